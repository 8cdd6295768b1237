package org.earshot.representation.sortition;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The public draw. Before it, the commitment SHA-256(lottery || nonce) is published; then a public
/// beacon (or dice) gives bytes that nobody could foresee; from both, anyone computes which panel
/// is drawn. Each of the panels has exactly the same chance: numbers that would favour some are
/// passed over.
///
/// @param commitment what was published before, in hexadecimal digits
/// @param counter how many numbers were passed over
/// @param index the panel drawn, counted from 0
public record PublicDraw(String commitment, int counter, int index) {

  private static final byte[] DOMAIN = "sortition-draw-v1".getBytes(StandardCharsets.US_ASCII);

  /// What to publish before the draw.
  public static String commitment(String lotterySha256, String nonce) {
    var lottery = bytes("lottery_sha256", lotterySha256);
    return HexFormat.of().formatHex(sha256(lottery, bytes("nonce", nonce)));
  }

  /// Draws one of `panels` equal panels.
  ///
  /// @throws IllegalArgumentException if something is not made of hexadecimal digits
  public static PublicDraw draw(String lotterySha256, String nonce, String beacon, int panels) {
    if (panels < 1) {
      throw new IllegalArgumentException(
          "A draw from %d panels.\nThere must be at least one.".formatted(panels));
    }
    String commitment = commitment(lotterySha256, nonce);
    var choices = BigInteger.valueOf(panels);
    var limit = BigInteger.TWO.pow(64).divide(choices).multiply(choices);
    for (int counter = 0; ; counter++) {
      byte[] hash =
          sha256(
              DOMAIN,
              bytes("commitment", commitment),
              bytes("beacon", beacon),
              ByteBuffer.allocate(4).putInt(counter).array());
      var number = new BigInteger(1, hash, 0, 8);
      if (number.compareTo(limit) < 0) {
        return new PublicDraw(commitment, counter, number.mod(choices).intValue());
      }
    }
  }

  private static byte[] bytes(String name, String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is \"%s\".\nIt is an even number of hexadecimal digits.".formatted(name, hex), e);
    }
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
