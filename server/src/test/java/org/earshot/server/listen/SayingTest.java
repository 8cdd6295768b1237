package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A resident says one thing and gets a receipt, with nothing but a browser without scripts.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SayingTest {

  @Inject SmallTown town;
  @Inject Database database;
  @Inject FormStamp stamp;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  private Response send(String words, String key) {
    return given()
        .redirects()
        .follow(false)
        .multiPart("words", words)
        .multiPart("send", "yes")
        .multiPart("stamp", stamp.issue())
        .multiPart("key", key)
        .multiPart("guessed", "en")
        .multiPart("language", "en")
        .post("/say");
  }

  private String doubtOf(String location) {
    var code = location.replaceAll(".*/v/([^/]+)/received", "$1");
    assertThat(given().get("/v/" + code).statusCode()).isEqualTo(200);
    return given().get("/v/" + code).asString();
  }

  @Test
  void theBoxLeadsToAPageOnWhichNothingIsRequired() {
    given()
        .formParam("words", "The lamp in Mill Lane is dark <b>again</b>")
        .post("/say")
        .then()
        .statusCode(200)
        .body(containsString("The lamp in Mill Lane is dark &lt;b&gt;again&lt;/b&gt;"))
        .body(containsString("Send it"))
        .body(containsString("value=\"en\" selected"));
  }

  @Test
  void anEmptyBoxIsAskedForAgain() {
    given()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("words", " \u200B\u2060 ")
        .post("/say")
        .then()
        .statusCode(422)
        .body(containsString("Please write something first"));
  }

  @Test
  void sendingLeadsToAReceipt() {
    var location = send("The lamp is dark", UUID.randomUUID().toString()).header("Location");
    given()
        .get(location)
        .then()
        .statusCode(200)
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Referrer-Policy", "no-referrer")
        .body(containsString("This is your code"))
        .body(containsString("Front desk reads your words"))
        .body(containsString("/proof.json"));
    var mine = location.replace("/received", "");
    given().get(mine).then().statusCode(200).body(containsString("We got your words."));
    given()
        .get(mine + "/qr.svg")
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .body(containsString("<path"));
    given().get(mine + "/proof.json").then().statusCode(200).body(containsString("verifierKey"));
  }

  @Test
  void aDoubleClickIsOneVoice() {
    var key = UUID.randomUUID().toString();
    var first = send("Only once", key).header("Location");
    assertThat(send("Only once", key).header("Location")).isEqualTo(first);
  }

  @Test
  void tooLongATextIsKeptAndExplained() {
    given()
        .formParam("words", "la ".repeat(7_000))
        .post("/say")
        .then()
        .statusCode(422)
        .body(containsString("there is room for 20,000"))
        .body(containsString("la la la la"));
  }

  @Test
  void whatLooksLikeAProgramWaitsForALookAndStillHasAReceipt() {
    var location =
        given()
            .redirects()
            .follow(false)
            .multiPart("words", "Buy now")
            .multiPart("send", "yes")
            .multiPart("website", "http://spam.example")
            .post("/say")
            .header("Location");
    assertThat(doubtOf(location)).contains("Buy now");
    List<String> doubts =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT doubtful FROM voice WHERE words = 'Buy now'")
                    .mapTo(String.class)
                    .list());
    assertThat(doubts).containsExactly("trap");
  }

  @Test
  void anotherSitesFormIsRefused() {
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .formParam("words", "Not mine")
        .post("/say")
        .then()
        .statusCode(403);
  }

  @Test
  void anUnknownCodeSaysNothingAboutOthers() {
    given()
        .get("/v/" + ReceiptCode.random().value())
        .then()
        .statusCode(404)
        .body(containsString("This code opens nothing"))
        .body(not(containsString("Exception")));
    given().get("/v/nonsense").then().statusCode(404).body(containsString("opens nothing"));
  }

  @Test
  void everyQuietPageIsThere() {
    for (var page : List.of("/", "/v", "/v/lost", "/privacy", "/accessibility")) {
      given().get(page).then().statusCode(200);
    }
  }
}
