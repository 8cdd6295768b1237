package org.earshot.server.platform.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// The kinds of picture that are read, told by their first bytes.
enum PictureKind {
  JPEG(64_000_000L),
  PNG(64_000_000L),
  WEBP(20_000_000L); // its decoder always holds the whole picture

  private final long maxPixels;

  PictureKind(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  long maxPixels() {
    return maxPixels;
  }

  static Optional<PictureKind> of(byte[] file) {
    if (file.length < 16) {
      return Optional.empty();
    }
    if (starts(file, 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
      return Optional.of(JPEG);
    }
    if (starts(file, 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})) {
      return Optional.of(PNG);
    }
    if (starts(file, 0, "RIFF".getBytes(StandardCharsets.US_ASCII))
        && starts(file, 8, "WEBP".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(WEBP);
    }
    return Optional.empty();
  }

  /// A reader for this kind and no other, so that a file cannot choose its decoder.
  ImageReader reader() throws IOException {
    return switch (this) {
      case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
    };
  }

  private static boolean starts(byte[] file, int from, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (file[from + i] != with[i]) {
        return false;
      }
    }
    return true;
  }
}
