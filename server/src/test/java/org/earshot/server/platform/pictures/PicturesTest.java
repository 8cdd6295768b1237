package org.earshot.server.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Pictures from strangers: drawn anew, or refused.
class PicturesTest {

  /// 16 by 16 red, lossy WebP.
  private static final String WEBP =
      "UklGRlAAAABXRUJQVlA4IEQAAADQAgCdASoQABAAAgA0JaACdLoB+AADsAD+8ut//NgVzXPv9//S4P0uD9Lg/9KQAAA=";

  private final Pictures pictures = new Pictures();

  static byte[] drawn(String format, int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height); // the left half is red
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  /// A JPEG with an EXIF block in front that holds an orientation and a GPS text.
  static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
    var tiff = new ByteArrayOutputStream();
    var data = new DataOutputStream(tiff);
    data.writeBytes("MM");
    data.writeShort(42);
    data.writeInt(8);
    data.writeShort(1);
    data.writeShort(0x0112);
    data.writeShort(3);
    data.writeInt(1);
    data.writeShort(orientation);
    data.writeShort(0);
    data.writeInt(0);
    data.writeBytes("GPSLatitude 52.123456 MARKER");
    var out = new ByteArrayOutputStream();
    var file = new DataOutputStream(out);
    file.write(jpeg, 0, 2);
    file.writeShort(0xFFE1);
    file.writeShort(2 + 6 + tiff.size());
    file.writeBytes("Exif\0\0");
    file.write(tiff.toByteArray());
    file.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /// A PNG of one bit an element whose few bytes unpack to a huge picture.
  static byte[] bomb(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    var header = new ByteArrayOutputStream();
    var data = new DataOutputStream(header);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {1, 0, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      var row = new byte[1 + (width + 7) / 8];
      for (int y = 0; y < height; y++) {
        deflater.write(row);
      }
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] content)
      throws IOException {
    var data = new DataOutputStream(out);
    var crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.US_ASCII));
    crc.update(content);
    data.writeInt(content.length);
    data.writeBytes(name);
    data.write(content);
    data.writeInt((int) crc.getValue());
  }

  private Picture.Redrawn redrawn(byte[] file) {
    return (Picture.Redrawn) pictures.redraw(file);
  }

  @Test
  void threeKindsAreReadAndBecomeJpeg() throws IOException {
    for (var file :
        new byte[][] {
          drawn("jpeg", 60, 40), drawn("png", 60, 40), Base64.getDecoder().decode(WEBP)
        }) {
      var jpeg = redrawn(file).jpeg();
      assertThat(PictureKind.of(jpeg)).contains(PictureKind.JPEG);
    }
  }

  @Test
  void theCamerasNotesAreGoneAndItsTurnIsKept() throws IOException {
    var file = withExif(drawn("jpeg", 60, 40), 6); // held so that left is on top
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("MARKER");
    var upright = redrawn(file);
    assertThat(upright.width()).isEqualTo(40);
    assertThat(upright.height()).isEqualTo(60);
    assertThat(new String(upright.jpeg(), StandardCharsets.ISO_8859_1))
        .doesNotContain("MARKER")
        .doesNotContain("Exif")
        .doesNotContain("GPS");
    var picture = ImageIO.read(new ByteArrayInputStream(upright.jpeg()));
    assertThat(new Color(picture.getRGB(20, 10)).getRed()).isGreaterThan(200);
    assertThat(new Color(picture.getRGB(20, 50)).getRed()).isLessThan(60);
  }

  @Test
  void everyTurnPutsTheSameCornerOnTop() {
    for (int value = 1; value <= 8; value++) {
      var bounds =
          new Orientation(value)
              .upright(60, 40)
              .createTransformedShape(new java.awt.Rectangle(60, 40))
              .getBounds();
      assertThat(bounds.x).as("orientation %d", value).isZero();
      assertThat(bounds.y).as("orientation %d", value).isZero();
    }
  }

  @Test
  void largePicturesBecomeSmaller() throws IOException {
    var small = redrawn(drawn("jpeg", 5_000, 1_000));
    assertThat(small.width()).isLessThanOrEqualTo(Pictures.MAX_SIDE);
    assertThat((double) small.width() / small.height()).isBetween(4.9, 5.1);
  }

  @Test
  void aBombIsRefusedByItsSize() throws IOException {
    var bomb = bomb(30_000, 30_000);
    assertThat(bomb.length).isLessThan(Pictures.MAX_BYTES);
    assertThat(pictures.redraw(bomb)).isInstanceOf(Picture.TooLarge.class);
  }

  @Test
  void whatIsNoPictureIsRefusedWhateverItSays() throws IOException {
    for (var text :
        new String[] {
          "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
          "GIF89a............................",
          "%PDF-1.7 ........................",
          "PK\u0003\u0004..........................",
          ""
        }) {
      assertThat(pictures.redraw(text.getBytes(StandardCharsets.ISO_8859_1)))
          .as(text)
          .isInstanceOf(Picture.NotAPicture.class);
    }
    var cut = java.util.Arrays.copyOf(drawn("png", 60, 40), 40);
    assertThat(pictures.redraw(cut)).isInstanceOf(Picture.NotAPicture.class);
    assertThat(pictures.redraw(new byte[Pictures.MAX_BYTES + 1]))
        .isInstanceOf(Picture.TooLarge.class);
  }

  @Test
  void whatHidesBehindAPictureIsLeftBehind() throws IOException {
    var polyglot = new ByteArrayOutputStream();
    polyglot.write(drawn("jpeg", 20, 20));
    polyglot.write(
        "<script>alert('MARKER')</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(redrawn(polyglot.toByteArray()).jpeg(), StandardCharsets.ISO_8859_1))
        .doesNotContain("MARKER");
  }
}
