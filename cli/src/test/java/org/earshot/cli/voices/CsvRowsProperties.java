package org.earshot.cli.voices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.earshot.testing.RandomSeeds;

/// What must hold for every CSV file, whatever is in it.
class CsvRowsProperties {

  private static final String ALPHABET = "\"\"\",,\n;a \u00e9\ud83d\ude00";

  @RandomSeeds
  void whatAnotherProgramWroteIsReadBack(long seed) throws IOException {
    var random = new Random(seed);
    var written = new ArrayList<Map<String, String>>();
    var file = new StringWriter();
    var csv = CsvWriter.builder().build(file).writeRecord("id", "text", "x");
    for (int i = 0; i < 50; i++) {
      var row = Map.of("id", "" + i, "text", text(random), "x", text(random));
      written.add(row);
      csv.writeRecord(row.get("id"), row.get("text"), row.get("x"));
    }
    csv.close();
    assertThat(read(file.toString().getBytes(UTF_8)))
        .extracting(row -> row instanceof Row.Good good ? good.cells() : row)
        .isEqualTo(written);
  }

  @RandomSeeds
  void noBytesStopTheReadingAndNoLineIsPassedOver(long seed) throws IOException {
    var random = new Random(seed);
    var bytes = new byte[400];
    String likely = "\"\",,\n\n\r1a";
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          random.nextInt(20) == 0
              ? (byte) random.nextInt(256)
              : (byte) likely.charAt(random.nextInt(likely.length()));
    }
    var header = "id,text\n".getBytes(UTF_8);
    var file = new byte[header.length + bytes.length];
    System.arraycopy(header, 0, file, 0, header.length);
    System.arraycopy(bytes, 0, file, header.length, bytes.length);

    var seen = new StringBuilder();
    read(file).forEach(row -> seen.append(row.raw()));
    assertThat(letters(seen.toString())).isEqualTo(letters(new String(bytes, UTF_8)));
  }

  /// All that is no line break or space: rows must hold every bit of it, once and in order.
  private static String letters(String text) {
    return text.replaceAll("\\s|\\p{Cntrl}", "");
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      int at = random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length()));
      text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }

  private static List<Row> read(byte[] file) throws IOException {
    var rows = new CsvRows(new Lines(new ByteArrayInputStream(file)), "file");
    var all = new ArrayList<Row>();
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      all.add(row.get());
    }
    return all;
  }
}
