package org.earshot.cli.voices;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A town that imports: its directory with the token, and a server that takes the voices in.
abstract class ImportTown {

  @TempDir Path directory;
  final FakeImport server = new FakeImport();

  @BeforeEach
  void writeToken() throws IOException {
    Files.writeString(directory.resolve("operator.token"), FakeImport.TOKEN + "\n");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  CommandRun run(String file, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "import",
                "voices",
                file,
                "--source",
                "test",
                "--server",
                server.address(),
                "--retry-pause",
                "PT0.001S",
                "--data",
                directory.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  static List<List<String>> rejects(Path file) throws IOException {
    try (var csv = CsvReader.builder().ofCsvRecord(Path.of(file + ".rejects.csv"))) {
      return csv.stream().skip(1).map(row -> List.copyOf(row.getFields())).toList();
    }
  }

  static void assertOwnerOnly(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
