package org.earshot.cli.voices;

import java.util.List;
import java.util.Optional;
import org.earshot.cli.WrongInputException;
import org.jspecify.annotations.Nullable;

/// Which column of the file means what.
record Columns(
    String text,
    @Nullable String at,
    @Nullable String language,
    @Nullable String area,
    @Nullable String id) {

  /// The columns named on the command line, each null if it was not.
  record Chosen(
      @Nullable String text,
      @Nullable String at,
      @Nullable String language,
      @Nullable String area,
      @Nullable String id) {}

  /// The chosen columns, and for those not chosen the ones with a usual name.
  ///
  /// @param file what to call the file in messages
  /// @throws WrongInputException if a chosen column is not there, or none that could be the text
  static Columns of(Chosen chosen, List<String> present, String file) {
    var text = column("--text", chosen.text, present, file, "text", "message", "words", "body");
    if (text.isEmpty()) {
      boolean otherSeparator = present.size() == 1 && present.getFirst().matches(".*[;\t|].*");
      throw new WrongInputException(
          otherSeparator
              ? "%s: cells are to be separated by commas, but the header is: %s"
                  .formatted(file, present.getFirst())
              : "%s: which column holds what people said? Name it with --text. There are: %s"
                  .formatted(file, String.join(", ", present)));
    }
    return new Columns(
        text.get(),
        column("--at", chosen.at, present, file, "at", "timestamp").orElse(null),
        column("--language", chosen.language, present, file, "language", "lang").orElse(null),
        column("--area", chosen.area, present, file, "area").orElse(null),
        column("--id", chosen.id, present, file, "id").orElse(null));
  }

  private static Optional<String> column(
      String option,
      @Nullable String chosen,
      List<String> present,
      String file,
      String... usualNames) {
    if (chosen != null) {
      if (!present.contains(chosen)) {
        throw new WrongInputException(
            "%s has no column \"%s\" (%s). There are: %s"
                .formatted(file, chosen, option, String.join(", ", present)));
      }
      return Optional.of(chosen);
    }
    for (String usual : usualNames) {
      for (String name : present) {
        if (name.strip().equalsIgnoreCase(usual)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }
}
