package org.earshot.cli.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.function.Consumer;
import org.earshot.cli.InputFile;
import org.earshot.cli.WrongInputException;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file with a heading. Whatever is wrong names the file, the line, the column
/// and the value.
final class HeadedRows {

  private static final int LONGEST_ROW = 1_000_000;
  private static final int LONGEST_SHOWN = 40;

  private final String file;
  private List<String> heading = List.of();
  private long line = 1;
  private @Nullable CsvRecord row;

  private HeadedRows(String file) {
    this.file = file;
  }

  /// Shows each row to `use`, one after the other.
  ///
  /// @param name the file's, or - for standard input
  /// @param needed columns that the heading must have, each once
  static void read(String name, List<String> needed, Consumer<HeadedRows> use) {
    try (var input = InputFile.open(name)) {
      var rows = new HeadedRows(input.name());
      try (var csv = open(input)) {
        for (CsvRecord record : csv) {
          rows.take(record, needed, use);
        }
      } catch (CsvParseException e) {
        throw rows.fault("the CSV is broken near here: " + e.getMessage());
      } catch (UncheckedIOException e) {
        throw rows.unreadable(e);
      }
      if (rows.heading.isEmpty()) {
        throw rows.fault("the file is empty. It needs a heading with " + needed + ".");
      }
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static CsvReader<CsvRecord> open(InputFile input) {
    var strict = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    return CsvReader.builder()
        .skipEmptyLines(true)
        .maxBufferSize(LONGEST_ROW)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(new InputStreamReader(input.stream(), strict));
  }

  private void take(CsvRecord record, List<String> needed, Consumer<HeadedRows> use) {
    line = record.getStartingLineNumber();
    if (heading.isEmpty()) {
      heading = record.getFields().stream().map(HeadedRows::name).toList();
      for (String column : needed) {
        int at = heading.indexOf(column);
        if (at < 0 || at != heading.lastIndexOf(column)) {
          throw fault(
              "column '%s' must be in the heading once. The heading is '%s'."
                  .formatted(column, shortened(String.join(",", heading))));
        }
      }
      return;
    }
    if (record.getFieldCount() != heading.size()) {
      throw fault(
          "the line has %d fields, and the heading has %d. Put a field with a comma in quotes."
              .formatted(record.getFieldCount(), heading.size()));
    }
    row = record;
    use.accept(this);
  }

  private static String name(String field) {
    return field.replace("\uFEFF", "").strip();
  }

  /// The present row's field in a column; empty if there is no such column.
  String text(String column) {
    int at = heading.indexOf(column);
    return at < 0 || row == null ? "" : row.getField(at);
  }

  /// A number, zero or more.
  double amount(String column) {
    try {
      double value = Double.parseDouble(text(column));
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the one message below says it
    }
    throw wrong(column, "a number, zero or more");
  }

  /// What to throw when a field is not what it must be.
  WrongInputException wrong(String column, String must) {
    return fault(
        "column %s is '%s', and must be %s.".formatted(column, shortened(text(column)), must));
  }

  private WrongInputException fault(String message) {
    return new WrongInputException("%s, line %d: %s".formatted(file, line, message));
  }

  private WrongInputException unreadable(UncheckedIOException failure) {
    var message =
        failure.getCause() instanceof CharacterCodingException
            ? "the text after this line is not UTF-8. Save the file as UTF-8."
            : "it cannot be read on: %s. Is the file whole?".formatted(failure.getMessage());
    return new WrongInputException("%s, line %d: %s".formatted(file, line, message), failure);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
