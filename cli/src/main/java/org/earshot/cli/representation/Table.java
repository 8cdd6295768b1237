package org.earshot.cli.representation;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.earshot.cli.InputFile;
import org.earshot.cli.WrongInputException;

/// A CSV file (RFC 4180, UTF-8, a header row) of which some columns were read. Cells are stripped
/// of blanks around them. Every cell knows its line.
final class Table {

  /// One column; equal cells are kept once.
  static final class Column {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private int[] cells = new int[1024];
    private int count;

    private void add(String cell) {
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, 2 * count);
      }
      int next = values.size();
      int code = codes.computeIfAbsent(cell, _ -> next);
      if (code == next) {
        values.add(cell);
      }
      cells[count++] = code;
    }

    /// The different cells, in the order in which they appear.
    List<String> values() {
      return Collections.unmodifiableList(values);
    }

    /// Per row the index of its cell in [#values].
    int[] cells() {
      return Arrays.copyOf(cells, count);
    }
  }

  private static final int LONGEST_CELL = 1 << 20;

  private final String name;
  private final List<String> header;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private int[] lines = new int[1024];
  private int rows;

  private Table(String name, List<String> header) {
    this.name = name;
    this.header = header;
  }

  /// Reads the columns that `wanted` chooses from the header; it may refuse the header by a
  /// [WrongInputException].
  static Table read(String file, UnaryOperator<List<String>> wanted) {
    try (var input = InputFile.open(file);
        var text =
            new InputStreamReader(
                input.stream(),
                UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        var csv =
            CsvReader.builder()
                .maxBufferSize(LONGEST_CELL)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      return read(input.name(), csv, wanted);
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Table read(
      String name, CsvReader<CsvRecord> csv, UnaryOperator<List<String>> wanted) {
    var table = new Table[1];
    long line = 0;
    try {
      var records = csv.iterator();
      if (!records.hasNext()) {
        throw new WrongInputException(
            "%s is empty.%nThe first line names the columns.".formatted(name));
      }
      var header = header(name, records.next());
      var read = new Table(name, header);
      table[0] = read;
      int[] positions = read.open(wanted.apply(header));
      while (records.hasNext()) {
        var record = records.next();
        line = record.getStartingLineNumber();
        read.add(record, positions);
      }
      return read;
    } catch (CsvParseException e) {
      throw unreadable(name, line, e);
    } catch (UncheckedIOException e) {
      throw unreadable(name, line, e);
    }
  }

  private static WrongInputException unreadable(String name, long line, Exception cause) {
    boolean encoding = cause.getCause() instanceof CharacterCodingException;
    return new WrongInputException(
        encoding
            ? "%s, after line %d: not UTF-8.%nSave the file as UTF-8.".formatted(name, line)
            : "%s, after line %d: not CSV: %s%nLook for a quotation mark that is not closed."
                .formatted(
                    name, line, Optional.ofNullable(cause.getCause()).orElse(cause).getMessage()),
        cause);
  }

  private static List<String> header(String name, CsvRecord record) {
    var fields = record.getFields().stream().map(String::strip).toList();
    if (fields.getFirst().startsWith("\uFEFF")) {
      fields = new ArrayList<>(fields);
      fields.set(0, fields.getFirst().substring(1));
    }
    var seen = new HashSet<String>();
    for (var field : fields) {
      if (!seen.add(field)) {
        throw new WrongInputException(
            "%s, line %d: two columns are named '%s'.%nGive each its own name."
                .formatted(name, record.getStartingLineNumber(), field));
      }
    }
    return List.copyOf(fields);
  }

  private int[] open(List<String> wanted) {
    var positions = new int[wanted.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = header.indexOf(wanted.get(i));
      if (positions[i] < 0) {
        throw noColumn(name, header, wanted.get(i));
      }
      columns.put(wanted.get(i), new Column());
    }
    return positions;
  }

  static WrongInputException noColumn(String name, List<String> header, String column) {
    return new WrongInputException(
        "%s has no column '%s'.%nIts columns: %s."
            .formatted(name, column, String.join(", ", header)));
  }

  private void add(CsvRecord record, int[] positions) {
    if (record.getFieldCount() == 1 && record.getField(0).isBlank() && header.size() > 1) {
      return;
    }
    if (record.getFieldCount() != header.size()) {
      throw new WrongInputException(
          "%s, line %d: %d cells, but the header has %d columns."
              .formatted(
                  name, record.getStartingLineNumber(), record.getFieldCount(), header.size()));
    }
    if (rows == lines.length) {
      lines = Arrays.copyOf(lines, 2 * rows);
    }
    lines[rows++] = (int) record.getStartingLineNumber();
    int i = 0;
    for (var column : columns.values()) {
      column.add(record.getField(positions[i++]).strip());
    }
  }

  String name() {
    return name;
  }

  List<String> header() {
    return header;
  }

  int rows() {
    return rows;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  Column column(String column) {
    return Optional.ofNullable(columns.get(column))
        .orElseThrow(() -> noColumn(name, header, column));
  }

  /// One cell; for small tables.
  String cell(int row, String column) {
    var found = column(column);
    return found.values.get(found.cells[row]);
  }

  /// The number in a cell.
  double number(int row, String column) {
    var cell = cell(row, column);
    double number = number(cell);
    if (Double.isNaN(number)) {
      throw fault(row, column, cell, "a number is needed");
    }
    return number;
  }

  /// NaN if `cell` is no plain finite number.
  static double number(String cell) {
    if (!cell.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
      return Double.NaN;
    }
    double number = Double.parseDouble(cell);
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  /// The whole number in a cell.
  int whole(int row, String column) {
    var cell = cell(row, column);
    if (!cell.matches("\\d{1,9}")) {
      throw fault(row, column, cell, "a whole number from 0 on is needed");
    }
    return Integer.parseInt(cell);
  }

  /// Where a cell stands, for messages.
  String place(int row, String column) {
    return "%s, line %d, column %s".formatted(name, lines[row], column);
  }

  /// What is wrong with a cell, in words.
  String complaint(int row, String column, String value, String advice) {
    return "%s: '%s'; %s.".formatted(place(row, column), shown(value), advice);
  }

  WrongInputException fault(int row, String column, String value, String advice) {
    return new WrongInputException(complaint(row, column, value, advice));
  }

  /// A value as messages show it: short, without characters that would upset a terminal.
  static String shown(String value) {
    var text = value.length() > 60 ? value.substring(0, 60) + "..." : value;
    return text.replaceAll("\\p{C}", "?");
  }
}
