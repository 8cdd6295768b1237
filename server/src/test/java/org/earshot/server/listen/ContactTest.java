package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.keys.Vault;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How people are reached: only after they said that they want to be.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContactTest {

  @Inject SmallTown town;
  @Inject Database database;
  @Inject Vault vault;
  @Inject FormStamp stamp;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  private static String someone() {
    return "p" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
  }

  /// Sends a voice with this contact; gives the page of the voice.
  private String say(String email) {
    return given()
        .redirects()
        .follow(false)
        .multiPart("words", "Write to me, " + email.charAt(1))
        .multiPart("send", "yes")
        .multiPart("email", email)
        .multiPart("stamp", stamp.issue())
        .post("/say")
        .header("Location")
        .replace("/received", "");
  }

  /// The newest message to this address.
  private List<String> messages(String email) {
    List<byte[][]> rows =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT to_sealed, body_sealed FROM outbox ORDER BY id")
                    .map((row, _) -> new byte[][] {row.getBytes(1), row.getBytes(2)})
                    .list());
    return rows.stream()
        .filter(row -> row[0] != null && vault.open(row[0]).equals(email))
        .map(row -> vault.open(row[1]))
        .toList();
  }

  private String link(String email, String which) {
    return messages(email).getLast().replaceAll("(?s).*(/contact/" + which + "/\\S+).*", "$1");
  }

  private void confirm(String email) {
    given().post(link(email, "confirm")).then().statusCode(200).body(containsString("Thank you"));
  }

  @Test
  void theFirstMessageHoldsTwoLinksAndNoWords() {
    var email = someone();
    say(email);
    assertThat(messages(email)).hasSize(1);
    assertThat(messages(email).getFirst())
        .contains("/contact/confirm/")
        .contains("/contact/not-me/")
        .doesNotContain("Write to me");
  }

  @Test
  void openingALinkConfirmsNothing() {
    var email = someone();
    var mine = say(email);
    given().get(link(email, "confirm")).then().statusCode(200);
    given().head(link(email, "confirm")).then().statusCode(200);
    given().get(mine).then().body(containsString("have no reply yet"));
    confirm(email);
    given().get(mine).then().body(containsString("Answers also go to"));
  }

  @Test
  void whoeverItIsNotIsForgotten() {
    var email = someone();
    var mine = say(email);
    var link = link(email, "not-me");
    given().post(link).then().statusCode(200).body(containsString("forgotten"));
    given().get(mine).then().body(containsString("We forgot how to reach you"));
    given().post(link).then().body(containsString("no longer good"));
    assertThat(messages(email)).isEmpty();
  }

  @Test
  void aLostCodeGoesToTheConfirmedContactAndNobodyLearnsWhetherThereIsOne() {
    var email = someone();
    var mine = say(email);
    var unknown = given().formParam("email", someone()).post("/v/lost").asString();
    var unconfirmed = given().formParam("email", email).post("/v/lost").asString();
    confirm(email);
    var known = given().formParam("email", email).post("/v/lost").asString();
    assertThat(known).isEqualTo(unknown).isEqualTo(unconfirmed);
    assertThat(messages(email).getLast()).contains(mine.substring(mine.indexOf("/v/")));
  }

  @Test
  void erasingAsksForSixDigitsWhereThereIsAContact() {
    var email = someone();
    var mine = say(email);
    confirm(email);
    given().post(mine + "/erase").then().statusCode(422).body(containsString("not right"));
    given().formParam("to", "erase").post(mine + "/once").then().statusCode(200);
    var digits = messages(email).getLast().replaceAll("(?s).*?(\\d{6}).*", "$1");
    given()
        .formParam("once", digits)
        .post(mine + "/erase")
        .then()
        .statusCode(200)
        .body(containsString("Your words are erased"));
    given().get(mine).then().statusCode(404);
  }

  @Test
  void sixDigitsCannotBeGuessed() {
    var email = someone();
    var mine = say(email);
    confirm(email);
    given().formParam("to", "erase").post(mine + "/once");
    var digits = messages(email).getLast().replaceAll("(?s).*?(\\d{6}).*", "$1");
    for (int i = 0; i < 5; i++) {
      var wrong = "%06d".formatted((Integer.parseInt(digits) + i + 1) % 1_000_000);
      given().formParam("once", wrong).post(mine + "/erase").then().statusCode(422);
    }
    given().formParam("once", digits).post(mine + "/erase").then().statusCode(422);
  }

  @Test
  void withoutAContactErasingWaitsADayAndCanBeUndone() {
    var mine =
        given()
            .redirects()
            .follow(false)
            .multiPart("words", "Nobody knows me")
            .multiPart("send", "yes")
            .post("/say")
            .header("Location")
            .replace("/received", "");
    given().post(mine + "/erase").then().statusCode(200);
    given().get(mine).then().body(containsString("You can change your mind".substring(8)));
    given().post(mine + "/keep").then().statusCode(200);
    given().get(mine).then().body(containsString("You decided to keep your words here"));
  }

  @Test
  void addressesAreReadAsPeopleTypeThem() {
    assertThat(ContactInput.email(" Ann.Lee@Example.ORG ")).contains("Ann.Lee@example.org");
    assertThat(ContactInput.email("ann@münchen.example")).contains("ann@xn--mnchen-3ya.example");
    for (var wrong :
        List.of("ann", "ann@", "@b.org", "a b@c.org", "a@b", "a@b.c\r\nBcc: x@y.org")) {
      assertThat(ContactInput.email(wrong)).as(wrong).isEmpty();
    }
    var london = ZoneId.of("Europe/London");
    assertThat(ContactInput.mobile("07400 123456", london)).contains("+447400123456");
    assertThat(ContactInput.mobile("+33 6 12 34 56 78", london)).contains("+33612345678");
    assertThat(ContactInput.mobile("020 7946 0000", london)).isEmpty();
    assertThat(ContactInput.mobile("12", london)).isEmpty();
  }
}
