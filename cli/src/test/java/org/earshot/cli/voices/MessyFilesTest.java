package org.earshot.cli.voices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.earshot.testing.SharedData;
import org.junit.jupiter.api.Test;

/// Files as they come: nothing in them stops an import, and nothing is lost in silence.
class MessyFilesTest extends ImportTown {

  @Test
  void rowsThatCannotBeUsedAreSetAsideAndTheRestGoesIn() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFFid,text,at\r\n1,Good.,2020-01-01\r\n2,".getBytes(UTF_8));
    bytes.write(0xE9); // Latin-1
    bytes.writeBytes(
        """
        t\u00e9,2020-01-01
        3,too,many,columns

        4,   ,2020-01-01
        5,Bad time,yesterday
        6,Seconds and not milliseconds,1518526696
        ,No id,
        8,NUL \0 within,
        9,please refuse me,
        10,"Over
        two lines, with ""marks"".",2020-01-01T10:00+02:00
        11,"closed"too early,
        12,null,NULL
        """
            .getBytes(UTF_8));
    Path file = directory.resolve("messy.csv");
    Files.write(file, bytes.toByteArray());

    var run = run(file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo("3 created, 0 already known, 9 rejected, see %s.rejects.csv\n".formatted(file));
    assertThat(server.voices).containsOnlyKeys("1", "10", "12");
    JsonNode ten = requireNonNull(server.voices.get("10"));
    assertThat(ten.path("words").asText()).isEqualTo("Over\ntwo lines, with \"marks\".");
    assertThat(ten.path("saidAt").asText()).isEqualTo("2020-01-01T08:00:00Z");
    assertThat(ten.path("line").asInt()).isEqualTo(12);
    assertThat(rejects(file))
        .satisfiesExactlyInAnyOrder(
            row -> assertThat(row).startsWith("3", "not UTF-8 text"),
            row ->
                assertThat(row)
                    .containsExactly("4", "has 4 columns, the header 3", "3,too,many,columns"),
            row -> assertThat(row).startsWith("6", "no text in column \"text\""),
            row -> assertThat(row.get(1)).endsWith("since 1970: \"yesterday\""),
            row -> assertThat(row).startsWith("8"),
            row -> assertThat(row).startsWith("9", "no id in column \"id\""),
            row -> assertThat(row).startsWith("10", "has a NUL character"),
            row -> assertThat(row).startsWith("11", "refused, as it asked", "9,please refuse me,"),
            row ->
                assertThat(row)
                    .startsWith("14", "a quotation mark is not closed, or closed too early"));
    assertOwnerOnly(Path.of(file + ".rejects.csv"));
  }

  @Test
  void aMarkThatNeverClosesCostsItsOwnLineOnly() throws IOException {
    String file =
        file("voices.csv", "id,text\n1,\"open\n2,Good.\n3,\"Good\ntoo.\"\n4,\"open\n5,x\n");
    run(file);
    assertThat(server.voices).containsKeys("2", "5");
    assertThat(rejects(Path.of(file))).extracting(List::getFirst).contains("2", "6");
  }

  @Test
  void anIdThatIsNotOnePerVoiceLosesNoVoiceInSilence() throws IOException {
    String file = file("voices.csv", "id,text\n7,One.\n7,One.\n7,Something else.\n");
    assertThat(run(file).err()).startsWith("1 created, 1 already known, 1 rejected");
    assertThat(rejects(Path.of(file)))
        .singleElement()
        .asString()
        .contains("4, another row has the same id with other words");
  }

  @Test
  void correctedRejectsLeaveNoOldRejectsFile() throws IOException {
    String file = file("voices.csv", "id,text\n1,\n");
    run(file);
    assertThat(Path.of(file + ".rejects.csv")).exists();
    file("voices.csv", "id,text\n1,Now.\n");
    run(file);
    assertThat(Path.of(file + ".rejects.csv")).doesNotExist();
  }

  @Test
  void jsonLinesZippedAndNot() throws IOException {
    String text =
        """
        {"id":1,"body":"One","timestamp":1518526696000,"more":{"a":[1]}}
        not json
        {"id":"2","body":null}
        [3]

        {"id":"4","body":"Four","lang":"en"}
        """;
    assertThat(run(file("voices.jsonl", text)).err())
        .startsWith("2 created, 0 already known, 3 re");
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.getBytes(UTF_8));
    }
    Path gz = Files.write(directory.resolve("voices.ndjson.gz"), zipped.toByteArray());
    assertThat(run(gz.toString()).err()).startsWith("0 created, 2 already known, 3 rejected");
    assertThat(requireNonNull(server.voices.get("1")).path("saidAt").asText())
        .isEqualTo("2018-02-13T12:58:16Z");

    Path cut =
        Files.write(
            directory.resolve("cut.jsonl.gz"),
            Arrays.copyOf(zipped.toByteArray(), zipped.size() - 12));
    var run = run(cut.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("cut.jsonl.gz cannot be read to its end");
  }

  @Test
  void aRealFileOfMessagesGoesInWhole() throws IOException {
    Path real = SharedData.get("equity/needs_messages/disaster_response_validation.csv");
    Path copy = directory.resolve("validation.csv");
    Files.copy(real, copy);
    var run = run(copy.toString(), "--at", "date_haiti", "--history");
    assertThat(run.exitCode()).isZero();
    List<String> ids;
    try (var csv = CsvReader.builder().ofNamedCsvRecord(real)) {
      ids = csv.stream().map(row -> row.getField("id")).toList();
    }
    var rejected = rejects(copy);
    assertThat(rejected)
        .singleElement() // its message is all spaces
        .satisfies(row -> assertThat(row).startsWith("1038", "no text in column \"message\""));
    assertThat(server.voices.keySet()).isSubsetOf(ids);
    assertThat(server.voices).hasSize(new HashSet<>(ids).size() - 1); // four ids stand there twice
  }
}
