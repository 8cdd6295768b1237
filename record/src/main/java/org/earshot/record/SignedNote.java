package org.earshot.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A text with signatures below it, in the format of C2SP signed-note: the text, a blank line, and
/// one line a signature. Lines of keys we do not know are passed over, so that others may sign too.
public final class SignedNote {

  private static final int LONGEST_BYTES = 1_000_000;
  private static final int MOST_SIGNATURES = 100;
  private static final String LINE_START = "— ";

  private SignedNote() {}

  /// What opening a note found.
  public sealed interface Opening {

    /// Every signature by a known key is good, and there is one at least.
    ///
    /// @param text what was signed, with its last newline
    /// @param signers the names of the known keys that signed
    record Trusted(String text, Set<String> signers) implements Opening {
      public Trusted {
        signers = Set.copyOf(signers);
      }
    }

    /// The note is malformed, or no known key has signed it, or one of their signatures is wrong.
    record Refused(String reason) implements Opening {}
  }

  /// The note of `text`, which ends in a newline, signed by each of `signers`.
  public static String sign(String text, NoteSigner... signers) {
    if (!text.endsWith("\n") || !isPlain(text)) {
      throw new IllegalArgumentException(
          "Only text that ends in a newline and has no other control character can be signed.");
    }
    var note = new StringBuilder(text).append('\n');
    for (NoteSigner signer : signers) {
      note.append(signer.signatureLine(text));
    }
    return note.toString();
  }

  /// Checks a note against the keys we know. Safe on hostile input.
  public static Opening open(byte[] note, List<NoteVerifier> known) {
    if (note.length > LONGEST_BYTES) {
      return new Opening.Refused("The note has more than a million bytes.");
    }
    var decoded = decode(note);
    if (decoded.isEmpty()) {
      return new Opening.Refused("The note is not UTF-8 text without control characters.");
    }
    String text = decoded.get();
    int blank = text.lastIndexOf("\n\n");
    if (blank < 0 || !text.endsWith("\n") || blank + 2 == text.length()) {
      return new Opening.Refused("The note has no signatures after a blank line.");
    }
    String signed = text.substring(0, blank + 1);
    List<String> lines = text.substring(blank + 2, text.length() - 1).lines().toList();
    if (lines.size() > MOST_SIGNATURES) {
      return new Opening.Refused("The note has more than 100 signatures.");
    }
    return check(signed, lines, known);
  }

  private static Opening check(String text, List<String> lines, List<NoteVerifier> known) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    var signers = new LinkedHashSet<String>();
    for (String line : lines) {
      var parsed = SignatureLine.parse(line);
      if (parsed.isEmpty()) {
        return new Opening.Refused("The note has a malformed signature line.");
      }
      SignatureLine signature = parsed.get();
      for (NoteVerifier verifier : known) {
        if (verifier.keyName().equals(signature.key)) {
          if (!verifier.hasSigned(message, signature.bytes)) {
            return new Opening.Refused("The signature of %s is wrong.".formatted(verifier.name()));
          }
          signers.add(verifier.name());
        }
      }
    }
    return signers.isEmpty()
        ? new Opening.Refused("No key that we know has signed the note.")
        : new Opening.Trusted(text, signers);
  }

  private static Optional<String> decode(byte[] note) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
      return isPlain(text) ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c < 0x20 && c != '\n');
  }

  private static final class SignatureLine {

    private final KeyName key;
    private final byte[] bytes;

    private SignatureLine(KeyName key, byte[] bytes) {
      this.key = key;
      this.bytes = bytes;
    }

    static Optional<SignatureLine> parse(String line) {
      int space = line.indexOf(' ', LINE_START.length());
      if (!line.startsWith(LINE_START) || space < 0) {
        return Optional.empty();
      }
      try {
        byte[] idAndSignature = StrictBase64.decode(line.substring(space + 1));
        if (idAndSignature.length <= Integer.BYTES) {
          return Optional.empty();
        }
        var key =
            new KeyName(
                line.substring(LINE_START.length(), space), KeyName.firstFour(idAndSignature));
        byte[] signature = Arrays.copyOfRange(idAndSignature, Integer.BYTES, idAndSignature.length);
        return Optional.of(new SignatureLine(key, signature));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
