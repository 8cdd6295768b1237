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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assumptions;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportVoicesTest {

  @TempDir Path directory;
  private final FakeImport server = new FakeImport();

  @BeforeEach
  void writeToken() throws IOException {
    Files.writeString(directory.resolve("operator.token"), FakeImport.TOKEN + "\n");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void aPlainFileIsImported() throws IOException {
    var run =
        run(
            file(
                "voices.csv",
                """
                id,message,at,lang,area
                8,The bus is late.,2018-02-13T12:58:16Z,en,Centre
                9,"Le bus, encore en retard",1518526696000,fr,
                """));
    assertThat(run).isEqualTo(new CommandRun(0, "", "2 created, 0 already known, 0 rejected\n"));
    assertThat(server.requests)
        .singleElement()
        .hasToString(
            "{\"source\":\"test\",\"channel\":\"import\",\"history\":false,\"voices\":["
                + "{\"id\":\"8\",\"words\":\"The bus is late.\",\"saidAt\":\"2018-02-13T12:58:16Z\","
                + "\"language\":\"en\",\"area\":\"Centre\",\"line\":2},"
                + "{\"id\":\"9\",\"words\":\"Le bus, encore en retard\","
                + "\"saidAt\":\"2018-02-13T12:58:16Z\",\"language\":\"fr\",\"area\":null,\"line\":3}]}");
    assertThat(directory.resolve("voices.csv.rejects.csv")).doesNotExist();
  }

  @Test
  void runningAgainDoublesNothing() throws IOException {
    String file = file("voices.csv", "text\nOne.\nTwo.\n");
    assertThat(run(file).err()).startsWith("2 created, 0 already known");
    assertThat(run(file).err()).startsWith("0 created, 2 already known");
    assertThat(server.voices.keySet()).allMatch(id -> id.matches("[0-9a-f]{64}"));
  }

  @Test
  void chosenColumnsChannelAndHistory() throws IOException {
    String file = file("voices.csv", "what,when,which\nHello,2020-05-06,a7\n");
    run(
        file,
        "--text",
        "what",
        "--at",
        "when",
        "--id",
        "which",
        "--channel",
        "letter",
        "--history");
    JsonNode request = server.requests.getFirst();
    assertThat(request.path("channel").asText()).isEqualTo("letter");
    assertThat(request.path("history").asBoolean()).isTrue();
    assertThat(request.at("/voices/0/id").asText()).isEqualTo("a7");
    assertThat(request.at("/voices/0/saidAt").asText()).isEqualTo("2020-05-06T00:00:00Z");
  }

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
  void receiptsAreForTheirOwnerOnlyAndNeverOverwritten() throws IOException {
    String file = file("voices.csv", "id,text\n1,One\n2,Two\n");
    Path receipts = directory.resolve("receipts.csv");
    run(file, "--receipts", receipts.toString());
    assertThat(receipts).hasContent("id,publicNumber,code\n1,1000,CODE1\n2,1001,CODE2");
    assertOwnerOnly(receipts);
    assertThat(run(file, "--receipts", receipts.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void batchesHaveFiveHundredAndAServerThatStumblesIsAskedAgain() throws IOException {
    server.failuresToCome.set(2);
    server.answersToLose.set(1);
    var run = run(file("voices.csv", manyVoices(1_234)));
    assertThat(run.err()).isEqualTo("734 created, 500 already known, 0 rejected\n");
    assertThat(server.requests)
        .extracting(request -> request.path("voices").size())
        .containsExactly(500, 500, 500, 234);
  }

  @Test
  void aServerThatDiesStopsTheImportWhichThenGoesOn() throws IOException {
    server.batchesUntilDeath = 1;
    String file = file("voices.csv", manyVoices(1_234));
    Path receipts = directory.resolve("receipts.csv");
    var run = run(file, "--receipts", receipts.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("answered 503, 5 times.", "Stopped after line 501: 500 created", "Run the same");
    assertThat(receipts).doesNotExist();
    assertThat(Files.readAllLines(Path.of(receipts + ".incomplete"))).hasSize(501);
    server.batchesUntilDeath = Integer.MAX_VALUE;
    assertThat(run(file).err()).isEqualTo("734 created, 500 already known, 0 rejected\n");
    try (var left = Files.list(directory)) {
      assertThat(left).noneMatch(path -> path.toString().endsWith(".unfinished"));
    }
  }

  @Test
  void wrongArgumentsAndFilesExitWithTwoAndSaySo() throws IOException {
    String good = file("good.csv", "id,text\n1,One\n");
    assertThat(run("nowhere.csv").err()).contains("There is no file nowhere.csv.");
    assertThat(run(file("empty.csv", "")).err()).contains("is empty");
    assertThat(run(file("other.csv", "id,remark\n1,x\n")).err())
        .contains("--text", "There are: id, remark");
    assertThat(run(file("semicolons.csv", "id;text\n1;One\n")).err()).contains("by commas");
    assertThat(run(good, "--at", "when").err()).contains("no column \"when\" (--at)");
    assertThat(run(file("twice.csv", "text,text\na,b\n")).err()).contains("same name twice");
    assertThat(run(file("none.jsonl", "1\n2\n")).err()).contains("no line that is a JSON object");
    assertThat(run(good, "--token-file", "nowhere").err()).contains("--token-file");
    for (String file :
        List.of("nowhere.csv", "empty.csv", "other.csv", "twice.csv", "none.jsonl")) {
      assertThat(run(directory.resolve(file).toString()).exitCode()).isEqualTo(2);
    }
    assertThat(CommandRun.of("import", "voices", good).exitCode()).isEqualTo(2); // no --source
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aWrongTokenIsSaid() throws IOException {
    Files.writeString(directory.resolve("operator.token"), "another");
    var run = run(file("voices.csv", "text\nOne\n"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the token is not the operator's");
  }

  @Test
  void aRealFileOfMessagesGoesInWhole() throws IOException {
    Path real =
        Path.of(System.getProperty("earshot.root", ".."))
            .resolve("../shared/data/equity/needs_messages/disaster_response_validation.csv");
    Assumptions.assumeThat(real).as("the reference data is not on this machine").exists();
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

  private String manyVoices(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%d,Voice number %d\n".formatted(i, i))
        .collect(Collectors.joining("", "id,text\n", ""));
  }

  private CommandRun run(String file, String... more) {
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

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private static List<List<String>> rejects(Path file) throws IOException {
    try (var csv = CsvReader.builder().ofCsvRecord(Path.of(file + ".rejects.csv"))) {
      return csv.stream().skip(1).map(row -> List.copyOf(row.getFields())).toList();
    }
  }

  private static void assertOwnerOnly(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
