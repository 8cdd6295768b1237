package org.earshot.server.platform.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws pictures anew: at most 2048 elements a side, upright, JPEG, on white, and without anything
/// that a camera, a telephone or an attacker wrote beside the picture.
@ApplicationScoped
public class Pictures {

  public static final int MAX_BYTES = 8 * 1024 * 1024;
  public static final int MAX_SIDE = 2_048;
  private static final float QUALITY = 0.85f;

  /// Decoding takes much memory, so that only a few may do it at once.
  private final Semaphore places = new Semaphore(2, true);

  public Picture redraw(byte[] file) {
    if (file.length > MAX_BYTES) {
      return new Picture.TooLarge();
    }
    var kind = PictureKind.of(file);
    if (kind.isEmpty()) {
      return new Picture.NotAPicture();
    }
    places.acquireUninterruptibly();
    try {
      return redraw(file, kind.get());
    } catch (IOException | RuntimeException damaged) {
      return new Picture.NotAPicture(); // decoders throw all sorts of things at broken files
    } finally {
      places.release();
    }
  }

  private static Picture redraw(byte[] file, PictureKind kind) throws IOException {
    var reader = kind.reader();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > kind.maxPixels()) {
        return new Picture.TooLarge();
      }
      var decoded = decode(reader, (int) Math.max(width, height));
      var upright = draw(decoded, Orientation.of(file, kind));
      return new Picture.Redrawn(upright.getWidth(), upright.getHeight(), jpeg(upright));
    } finally {
      reader.dispose();
    }
  }

  /// Leaves out rows and columns already while decoding, down to less than twice what is kept.
  private static BufferedImage decode(ImageReader reader, int longSide) throws IOException {
    var how = reader.getDefaultReadParam();
    int step = Math.max(1, longSide / MAX_SIDE);
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  private static BufferedImage draw(BufferedImage decoded, Orientation held) {
    double scale =
        Math.min(1, MAX_SIDE / (double) Math.max(decoded.getWidth(), decoded.getHeight()));
    int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
    var drawn =
        held.swapsSides()
            ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
            : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = drawn.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      var turn = held.upright(width, height);
      turn.concatenate(
          AffineTransform.getScaleInstance(
              width / (double) decoded.getWidth(), height / (double) decoded.getHeight()));
      pen.drawImage(decoded, turn, null);
    } finally {
      pen.dispose();
    }
    return drawn;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
