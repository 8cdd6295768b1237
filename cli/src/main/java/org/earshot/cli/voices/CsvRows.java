package org.earshot.cli.voices;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.earshot.cli.WrongInputException;

/// The rows of a CSV file (RFC 4180) with a header row. A quotation mark that opens and never
/// closes costs its own line only: reading goes on with the line after it.
final class CsvRows implements Rows {

  private static final int LONGEST_ROW = 1_000_000;

  private final Lines lines;
  private final List<String> columns;

  /// Reads the header row.
  ///
  /// @param name what to call the file in messages
  /// @throws WrongInputException if there is none
  CsvRows(Lines lines, String name) throws IOException {
    this.lines = lines;
    this.columns = List.copyOf(header(lines, name));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<Row> next() throws IOException {
    var first = nextNotBlank(lines);
    return first.isEmpty() ? Optional.empty() : Optional.of(row(gather(first.get())));
  }

  private Row row(List<Line> gathered) {
    Line first = gathered.getFirst();
    String raw = text(gathered);
    for (Line line : gathered) {
      if (!line.fault().isEmpty()) {
        return new Row.Bad(first.number(), raw, line.fault());
      }
    }
    List<String> fields;
    try {
      fields = parse(raw);
    } catch (CsvParseException e) { // most likely two stray marks that were taken for a pair
      lines.putBack(gathered.subList(1, gathered.size()));
      return new Row.Bad(
          first.number(), first.text(), "a quotation mark is not closed, or closed too early");
    }
    if (fields.size() != columns.size()) {
      return new Row.Bad(
          first.number(),
          raw,
          "has %d columns, the header %d".formatted(fields.size(), columns.size()));
    }
    var cells = new HashMap<String, String>();
    for (int i = 0; i < fields.size(); i++) {
      cells.put(columns.get(i), fields.get(i));
    }
    return new Row.Good(first.number(), raw, cells);
  }

  /// The lines of the row that begins with `first`: more than one if a quoted cell spans them.
  private List<Line> gather(Line first) throws IOException {
    var gathered = new ArrayList<Line>();
    gathered.add(first);
    var quotes = new Quotes();
    quotes.read(first);
    long length = first.text().length();
    while (quotes.open()) {
      var next = lines.next();
      if (next.isEmpty() || length > LONGEST_ROW) {
        next.ifPresent(gathered::add);
        lines.putBack(gathered.subList(1, gathered.size()));
        return List.of(
            new Line(
                first.number(),
                first.text(),
                first.end(),
                first.fault().isEmpty() ? "a quotation mark is never closed" : first.fault()));
      }
      gathered.add(next.get());
      quotes.read(next.get());
      length += next.get().text().length() + 1;
    }
    return gathered;
  }

  private static List<String> header(Lines lines, String name) throws IOException {
    var first = nextNotBlank(lines);
    if (first.isEmpty()) {
      throw new WrongInputException("%s is empty.".formatted(name));
    }
    List<String> names;
    try {
      names = first.get().fault().isEmpty() ? parse(first.get().text()) : List.of();
    } catch (CsvParseException e) {
      names = List.of();
    }
    if (names.isEmpty() || names.size() != names.stream().distinct().count()) {
      throw new WrongInputException(
          """
          %s, line %d: not a header row, or one with the same name twice: %s
          The first row of a CSV file names its columns, separated by commas, in UTF-8."""
              .formatted(name, first.get().number(), first.get().text()));
    }
    return names;
  }

  private static Optional<Line> nextNotBlank(Lines lines) throws IOException {
    var line = lines.next();
    while (line.isPresent() && line.get().text().isBlank()) {
      line = lines.next();
    }
    return line;
  }

  private static List<String> parse(String row) {
    try (var reader = CsvReader.builder().ofCsvRecord(row)) {
      return reader.iterator().next().getFields();
    } catch (IOException e) {
      throw new IllegalStateException("A string was not read.", e);
    }
  }

  private static String text(List<Line> gathered) {
    var text = new StringBuilder();
    for (Line line : gathered.subList(0, gathered.size() - 1)) {
      text.append(line.text()).append(line.end());
    }
    return text.append(gathered.getLast().text()).toString();
  }

  /// Follows the quotation marks of a row: they open at the beginning of a cell only, and two in a
  /// row within quotes are one mark of the text.
  private static final class Quotes {

    private boolean quoted;
    private boolean cellBegins = true;

    void read(Line line) {
      String text = line.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted) {
          quoted = c != '"'; // a doubled mark closes and, at once, opens again
          cellBegins = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        } else {
          quoted = c == '"' && cellBegins;
          cellBegins = c == ',';
        }
      }
    }

    boolean open() {
      return quoted;
    }
  }
}
