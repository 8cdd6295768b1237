package org.earshot.cli.voices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earshot.cli.CommandRun;
import org.junit.jupiter.api.Test;

class ImportVoicesTest extends ImportTown {

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

  private static String manyVoices(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%d,Voice number %d\n".formatted(i, i))
        .collect(Collectors.joining("", "id,text\n", ""));
  }
}
