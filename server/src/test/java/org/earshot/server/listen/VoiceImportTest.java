package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earshot.server.ledger.Actor;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.keys.Vault;
import org.earshot.server.testing.SmallTown;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Voices of other systems come in by batches; each row is taken once or refused with its reason.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class VoiceImportTest {

  @Inject SmallTown town;
  @Inject Database database;
  @Inject Vault vault;
  @Inject Erasure erasure;

  @Inject
  @ConfigProperty(name = "earshot.data")
  String data;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  private ValidatableResponse send(String body) throws IOException {
    return given()
        .header("Authorization", "Bearer " + Files.readString(token()).strip())
        .contentType("application/json")
        .body(body)
        .post("/api/import/voices")
        .then();
  }

  private Path token() {
    return Path.of(data).resolve("operator.token");
  }

  private static String batch(String source, String rows) {
    return "{\"source\":\"%s\",\"channel\":\"import\",\"history\":true,\"voices\":[%s]}"
        .formatted(source, rows);
  }

  @Test
  void goodRowsAreTakenOnceAndBadOnesNamed() throws IOException {
    var source = "polis " + UUID.randomUUID();
    var rows =
        """
        {"id":"8","words":"The buses stop too early","saidAt":"2018-02-13T12:58:16Z","language":"en","area":null,"line":2},
        {"id":"9","words":"  ","saidAt":null,"language":null,"area":null,"line":3},
        {"id":"10","words":"Wrong day","saidAt":"yesterday","language":null,"area":null,"line":4},
        {"id":"11","words":"Nowhere","saidAt":null,"language":null,"area":"Atlantis","line":5},
        {"id":"12","words":"Las calles están muy oscuras por la noche en invierno","saidAt":null,"language":null,"area":null,"line":6},
        {"words":"No id","line":7}
        """;
    var code =
        send(batch(source, rows))
            .statusCode(200)
            .body("results[0].outcome", equalTo("created"))
            .body("results[0].reason", nullValue())
            .body("results[1].outcome", equalTo("rejected"))
            .body("results[1].code", nullValue())
            .body("results[2].reason", containsString("yesterday"))
            .body("results[3].reason", containsString("Atlantis"))
            .body("results[4].outcome", equalTo("created"))
            .body("results[5].reason", equalTo("id is missing"))
            .extract()
            .path("results[0].code");
    send(batch(source, rows))
        .body("results[0].outcome", equalTo("known"))
        .body("results[0].code", equalTo(code));
    given()
        .get("/v/" + code)
        .then()
        .statusCode(200)
        .body(containsString("The buses stop too early"));
  }

  @Test
  void whatWasErasedDoesNotComeBackWithTheSameFile() throws IOException {
    var source = "letters " + UUID.randomUUID();
    var row = "{\"id\":\"1\",\"words\":\"Please forget that I wrote\",\"line\":2}";
    String code =
        send(batch(source, row))
            .body("results[0].outcome", equalTo("created"))
            .extract()
            .path("results[0].code");
    var voice =
        database
            .read(handle -> new StoredVoices(handle).findByCode(vault.lookup("receipt", code)))
            .orElseThrow();
    erasure.erase(voice, Actor.person());
    send(batch(source, row))
        .statusCode(200)
        .body("results[0].outcome", equalTo("rejected"))
        .body("results[0].reason", containsString("erased"));
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn() throws IOException {
    send("{\"source\":\"x\",\n \"voices\":[}")
        .statusCode(400)
        .body("detail", containsString("line 2"));
    send("{\"source\":\"x\"}").statusCode(400).body("detail", containsString("voices"));
    send("[]").statusCode(400);
  }

  @Test
  void moreThanFiveHundredAreTooMany() throws IOException {
    var rows =
        IntStream.range(0, 501)
            .mapToObj(i -> "{\"id\":\"%d\",\"words\":\"x\"}".formatted(i))
            .collect(Collectors.joining(","));
    send(batch("many", rows)).statusCode(413);
  }

  @Test
  void onlyTheOperatorMay() throws IOException {
    given()
        .header("Authorization", "Bearer wrong")
        .contentType("application/json")
        .body("{}")
        .post("/api/import/voices")
        .then()
        .statusCode(401);
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/import/voices")
        .then()
        .statusCode(401);
    assertThat(Files.getPosixFilePermissions(token()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
