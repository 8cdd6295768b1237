package org.earshot.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a log claims about itself at one moment: that its first `size` entries have this root. The
/// body of C2SP tlog-checkpoint.
///
/// @param origin which log, for example `record.example.org/town`; the name of its key
/// @param size how many entries
/// @param root the root over them
/// @param extensions further lines, kept as they are; none is empty
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (size < 0) {
      throw new IllegalArgumentException("No log has %d entries.".formatted(size));
    }
    requireLine(origin);
    extensions.forEach(Checkpoint::requireLine);
  }

  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /// The text that is signed: every line ends in a newline.
  public String text() {
    var text = new StringBuilder("%s\n%d\n%s\n".formatted(origin, size, root.base64()));
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /// Reads such a text. Safe on hostile input.
  ///
  /// @throws IllegalArgumentException if it is not exactly what [#text()] writes
  public static Checkpoint parse(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    if (lines.size() < 4 || !lines.getLast().isEmpty()) {
      throw new IllegalArgumentException(
          "A checkpoint has an origin, a size and a root, each on a line of its own.");
    }
    if (!DECIMAL.matcher(lines.get(1)).matches()) {
      throw new IllegalArgumentException(
          "The size of a checkpoint is a decimal number, not \"%s\".".formatted(lines.get(1)));
    }
    return new Checkpoint(
        lines.getFirst(),
        Long.parseLong(lines.get(1)), // a NumberFormatException is an IllegalArgumentException
        Hash.ofBase64(lines.get(2)),
        lines.subList(3, lines.size() - 1));
  }

  /// The checkpoint in a signed note whose signatures nobody has checked: for those who copy a log
  /// and leave the judging to others.
  ///
  /// @throws IllegalArgumentException if the note has no checkpoint
  public static Checkpoint readUnverified(byte[] note) {
    String text = new String(note, StandardCharsets.UTF_8);
    int blank = text.lastIndexOf("\n\n");
    if (blank < 0) {
      throw new IllegalArgumentException("The note has no blank line before its signatures.");
    }
    return parse(text.substring(0, blank + 1));
  }

  /// The signed note over this checkpoint, ready to be served.
  public String sign(NoteSigner... signers) {
    return SignedNote.sign(text(), signers);
  }

  /// What opening a signed checkpoint found.
  public sealed interface Opening {

    /// Signed by the log's key.
    record Trusted(Checkpoint checkpoint) implements Opening {}

    /// Malformed, not signed by the log's key, or of another log.
    record Refused(String reason) implements Opening {}
  }

  /// Opens the signed note of a checkpoint, whose origin must be the name of the log's `key`.
  public static Opening open(byte[] note, NoteVerifier key) {
    return switch (SignedNote.open(note, List.of(key))) {
      case SignedNote.Opening.Refused(var reason) -> new Opening.Refused(reason);
      case SignedNote.Opening.Trusted(var text, _) -> {
        try {
          var checkpoint = parse(text);
          yield checkpoint.origin().equals(key.name())
              ? new Opening.Trusted(checkpoint)
              : new Opening.Refused(
                  "The checkpoint is of %s, the key of %s."
                      .formatted(checkpoint.origin(), key.name()));
        } catch (IllegalArgumentException e) {
          yield new Opening.Refused("The checkpoint is malformed: " + e.getMessage());
        }
      }
    };
  }

  private static void requireLine(String line) {
    if (line.isEmpty() || line.chars().anyMatch(c -> c < 0x20)) {
      throw new IllegalArgumentException(
          "A checkpoint has no empty lines and no control characters, but one is \"%s\"."
              .formatted(line));
    }
  }
}
