package org.earshot.server.platform.pictures;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a camera was held, as EXIF tells it: 1 is upright, 2 to 8 are turns and reflections.
///
/// @param value from 1 to 8
record Orientation(int value) {

  private static final int TAG = 0x0112;
  private static final int MAX_ENTRIES = 1_000;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  static final Orientation UPRIGHT = new Orientation(1);

  /// What the file says; upright when it says nothing or nothing that can be understood.
  static Orientation of(byte[] file, PictureKind kind) {
    try {
      return switch (kind) {
        case JPEG -> inJpeg(ByteBuffer.wrap(file));
        case WEBP -> inWebp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        case PNG -> UPRIGHT;
      };
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException odd) {
      return UPRIGHT;
    }
  }

  boolean swapsSides() {
    return value >= 5;
  }

  /// The turn that puts a picture of this size upright.
  AffineTransform upright(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static Orientation inJpeg(ByteBuffer file) {
    file.position(2);
    while (file.remaining() > 4 && (file.get() & 0xFF) == 0xFF) {
      int marker = file.get() & 0xFF;
      if (marker == 0xDA || marker == 0xD9) {
        break; // the picture itself begins
      }
      int length = file.getShort() & 0xFFFF;
      int start = file.position();
      if (marker == 0xE1 && length >= 2 + EXIF.length + 8 && isExif(file, start)) {
        return inTiff(file.slice(start + EXIF.length, length - 2 - EXIF.length));
      }
      file.position(start + length - 2);
    }
    return UPRIGHT;
  }

  private static boolean isExif(ByteBuffer file, int start) {
    for (int i = 0; i < EXIF.length; i++) {
      if (file.get(start + i) != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  private static Orientation inWebp(ByteBuffer file) {
    file.position(12);
    while (file.remaining() >= 8) {
      int name = file.getInt();
      int length = file.getInt();
      int start = file.position();
      if (name == ('E' | 'X' << 8 | 'I' << 16 | 'F' << 24)) {
        int skipped = isExif(file, start) ? EXIF.length : 0;
        return inTiff(file.slice(start + skipped, length - skipped));
      }
      file.position(Math.addExact(start, length + (length & 1)));
    }
    return UPRIGHT;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(tiff.getInt(4));
    int entries = Math.min(tiff.getShort() & 0xFFFF, MAX_ENTRIES);
    for (int i = 0; i < entries; i++) {
      int start = tiff.position();
      if ((tiff.getShort() & 0xFFFF) == TAG) {
        int value = tiff.getShort(start + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
      tiff.position(start + 12);
    }
    return UPRIGHT;
  }
}
