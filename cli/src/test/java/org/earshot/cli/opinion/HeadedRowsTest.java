package org.earshot.cli.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.earshot.cli.WrongInputException;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadedRowsTest {

  @TempDir private Path directory;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("rows.csv"), bytes);
  }

  @Test
  void readsQuotesMarksWindowsLinesAndColumnsInAnyOrder() throws IOException {
    var file = file("\uFEFFnote,id\r\n\"a, \"\"b\"\"\nc\",7\r\n\r\nd,8".getBytes(UTF_8));
    var read = new ArrayList<String>();
    HeadedRows.read(
        file.toString(), List.of("id"), row -> read.add(row.text("id") + row.text("note")));
    assertThat(read).containsExactly("7a, \"b\"\nc", "8d");
  }

  @RandomSeeds
  void anyBytesAreReadOrRefusedByNameAndLine(long seed) throws IOException {
    var random = new Random(seed);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id,weight\n".getBytes(UTF_8));
    var alphabet = "01-.e,\n\r\"aN\uFEFF\u00e9".getBytes(UTF_8);
    for (int i = random.nextInt(400); i > 0; i--) {
      bytes.write(
          random.nextInt(20) == 0
              ? random.nextInt(256)
              : alphabet[random.nextInt(alphabet.length)]);
    }
    var file = file(bytes.toByteArray());
    try {
      HeadedRows.read(
          file.toString(),
          List.of("id", "weight"),
          row -> assertThat(row.amount("weight")).isNotNegative());
    } catch (WrongInputException e) {
      assertThat(e.getMessage()).contains("rows.csv, line ");
    }
  }
}
