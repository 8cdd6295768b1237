package org.earshot.server.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.Heard;
import org.earshot.server.listen.NewContact;
import org.earshot.server.places.Names;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.SmallTown;
import org.earshot.server.testing.Townspeople;
import org.earshot.server.understand.Needs;
import org.earshot.server.understand.NewNeed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a draft to the person: who gets it, how, and what they say about it.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AnswerTest {

  @Inject SmallTown town;
  @Inject Townspeople people;
  @Inject SignedIn signedIn;
  @Inject Needs needs;
  @Inject Ledger ledger;
  @Inject Database database;

  private UUID streets = new UUID(0, 0);
  private SignedIn.Staff dana = new SignedIn.Staff(new UUID(0, 0), "", "");

  @BeforeEach
  void signIn() {
    streets = town.service("streets", false);
    dana = signedIn.with(Set.of(streets), Roles.CASEWORKER);
  }

  private RequestSpecification as(SignedIn.Staff staff) {
    return given().cookie(SignedIn.COOKIE, staff.token()).redirects().follow(false);
  }

  private String draft(SignedIn.Staff staff, String field, long number) {
    return as(staff)
        .formParam(field, number)
        .post("/staff/answers")
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  private int save(SignedIn.Staff staff, String answer, String words, String then) {
    return as(staff)
        .formParam("outcome", "done")
        .formParam("words-en", words)
        .formParam("do", then)
        .post(answer)
        .statusCode();
  }

  private List<ActType> acts(UUID subject) {
    List<Act> acts = database.read(handle -> ledger.listAbout(handle, subject));
    return acts.stream().map(Act::type).toList();
  }

  private long count(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private long needWith(List<UUID> voices) {
    return database.inTransaction(
        handle -> {
          var at = java.time.Instant.parse("2026-03-03T08:00:00Z");
          var need =
              needs.open(
                  handle,
                  new NewNeed(
                      new Names(java.util.Map.of("en", "Lamps in Mill Lane")),
                      Names.none(),
                      streets,
                      null,
                      true,
                      Actor.staff(dana.id()),
                      at));
          needs.linkAll(handle, need, voices, Actor.staff(dana.id()), at);
          return needs.find(handle, need).orElseThrow().publicNumber();
        });
  }

  @Test
  void anAnswerReachesThePersonAndTheySayTheyAreNotHelped() {
    var voice = people.say("The lamp is dark", "en", streets, null);
    var answer = draft(dana, "voice", voice.publicNumber());
    assertThat(draft(dana, "voice", voice.publicNumber())).as("one draft").isEqualTo(answer);
    assertThat(save(dana, answer, "We mended the lamp.", "save")).isEqualTo(303);
    as(dana)
        .get(answer)
        .then()
        .body(containsString("Send it to 1 person"))
        .body(containsString("Flesch reading ease"));
    given().get("/v/" + voice.code().value()).then().body(not(containsString("We mended")));
    assertThat(save(dana, answer, "We mended the lamp.", "send")).isEqualTo(303);
    given().get("/v/" + voice.code().value()).then().body(containsString("We mended the lamp."));
    assertThat(acts(voice.id())).contains(ActType.VOICE_ANSWERED);

    var id = answer.replaceAll(".*/", "");
    given()
        .redirects()
        .follow(false)
        .formParam("answer", id)
        .formParam("score", "2")
        .formParam("solved", "no")
        .formParam("words", "<b>Still dark</b>")
        .post("/v/" + voice.code().value() + "/felt-heard")
        .then()
        .statusCode(303);
    assertThat(acts(voice.id())).contains(ActType.FELT_HEARD, ActType.REOPENED);
    as(dana)
        .get("/staff/voices/" + voice.publicNumber())
        .then()
        .body(containsString("&lt;b&gt;Still dark"))
        .body(containsString("is owed an answer by"));
    var stranger = people.say("Something else", "en", streets, null);
    given()
        .formParam("answer", id)
        .formParam("score", "1")
        .post("/v/" + stranger.code().value() + "/felt-heard")
        .then()
        .statusCode(404);
  }

  @Test
  void onlyConfirmedContactsAreWrittenTo() {
    var confirmed = contact("Dark one", "email", "rosa@example.org", true);
    var unconfirmed = contact("Dark two", "email", "eve@example.org", false);
    var mobile = contact("Dark three", "mobile", "+447700900123", true);
    var plain = people.say("Dark four", "en", streets, null);
    var need = needWith(List.of(confirmed.id(), unconfirmed.id(), mobile.id(), plain.id()));
    var answer = draft(dana, "need", need);
    as(dana)
        .get(answer)
        .then()
        .body(containsString("4 people: 1 by e-mail, 1 by SMS and 2 by receipt."));
    assertThat(save(dana, answer, "The lamps are lit.", "send")).isEqualTo(303);
    assertThat(
            count(
                "SELECT count(*) FROM outbox WHERE purpose = 'answer' AND voice_id IN ('%s', '%s', '%s', '%s')"
                    .formatted(confirmed.id(), unconfirmed.id(), mobile.id(), plain.id())))
        .isEqualTo(2);
    assertThat(
            count(
                "SELECT count(*) FROM outbox WHERE voice_id = '%s' AND purpose = 'answer'"
                    .formatted(unconfirmed.id())))
        .isZero();
    given()
        .get("/v/" + unconfirmed.code().value())
        .then()
        .body(containsString("The lamps are lit."));
  }

  private Heard contact(String words, String kind, String address, boolean confirmed) {
    return people.say(words, "en", streets, new NewContact(kind, address, "en", confirmed));
  }

  @Test
  void fiveThousandPeopleAreAnsweredAtOnceAndOnlyOnce() throws Exception {
    var voices =
        people.sayAll(
            IntStream.range(0, 5_000).mapToObj(i -> "Bus %d is late".formatted(i)).toList(),
            streets);
    var need = needWith(voices);
    var answer = draft(dana, "need", need);
    assertThat(save(dana, answer, "From May there are more buses.", "save")).isEqualTo(303);
    Callable<Integer> send = () -> save(dana, answer, "From May there are more buses.", "send");
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var result : pool.invokeAll(List.of(send, send))) {
        assertThat(result.get()).isEqualTo(303);
      }
    }
    var id = answer.replaceAll(".*/", "");
    assertThat(count("SELECT count(*) FROM delivery WHERE answer_id = '%s'".formatted(id)))
        .isEqualTo(5_000);
    assertThat(acts(UUID.fromString(id))).containsExactly(ActType.ANSWER_GIVEN);
    assertThat(acts(voices.get(4_999))).containsOnlyOnce(ActType.VOICE_ANSWERED);

    var late = people.say("Bus late too", "en", streets, null);
    database.useTransaction(
        handle ->
            needs.linkAll(
                handle,
                needs.findByNumber(handle, need).orElseThrow().id(),
                List.of(late.id()),
                Actor.staff(dana.id()),
                java.time.Instant.now()));
    as(dana).get(answer).then().body(containsString("Give this answer to 1 person"));
    as(dana).post(answer + "/newcomers").then().statusCode(303);
    assertThat(acts(late.id())).contains(ActType.VOICE_ANSWERED);
    as(dana).get(answer).then().body(not(containsString("Give this answer")));
  }

  @Test
  void whereFourEyesAreWishedTheAuthorCannotSend() {
    var careful = town.service("careful", true);
    var author = signedIn.with(Set.of(careful), Roles.CASEWORKER);
    var second = signedIn.with(Set.of(careful), Roles.CASEWORKER);
    var voice = people.say("Is the water safe", "en", careful, null);
    var answer = draft(author, "voice", voice.publicNumber());
    assertThat(save(author, answer, "Yes, it is.", "send")).isEqualTo(422);
    assertThat(save(author, answer, "Yes, it is.", "second-look")).isEqualTo(303);
    as(author).post(answer + "/approve").then().statusCode(422);
    as(second)
        .formParam("because", "Say since when")
        .post(answer + "/return")
        .then()
        .statusCode(303);
    as(author).get(answer).then().body(containsString("Say since when"));
    as(second).post(answer + "/approve").then().statusCode(422);
    assertThat(save(author, answer, "Yes, since Monday.", "second-look")).isEqualTo(303);
    as(second).post(answer + "/approve").then().statusCode(303);
    given().get("/v/" + voice.code().value()).then().body(containsString("Yes, since Monday."));
  }

  @Test
  void whatIsMissingIsSaidAndWhatIsTooLongIsRefusedPolitely() {
    var voice = people.say("Why", "en", streets, null);
    var answer = draft(dana, "voice", voice.publicNumber());
    assertThat(save(dana, answer, "  ", "send")).isEqualTo(422);
    as(dana)
        .formParam("outcome", "planned")
        .formParam("words-en", "In May.")
        .formParam("do", "send")
        .post(answer)
        .then()
        .statusCode(422)
        .body(containsString("choose the day"));
    as(dana)
        .formParam("outcome", "no")
        .formParam("words-en", "x".repeat(1_000_000))
        .formParam("do", "send")
        .post(answer)
        .then()
        .statusCode(422)
        .body(containsString("20,000 characters"));
    assertThat(acts(voice.id())).doesNotContain(ActType.VOICE_ANSWERED);
  }

  @Test
  void aPersonWithoutWordsInTheirLanguageIsToldSo() {
    var voice = people.say("المصباح مظلم", "ar", streets, null);
    var answer = draft(dana, "voice", voice.publicNumber());
    save(dana, answer, "The lamp is lit.", "save");
    as(dana).get(answer).then().body(containsString("Arabic (1 person)"));
    save(dana, answer, "The lamp is lit.", "send");
    given()
        .header("Accept-Language", "ar")
        .get("/v/" + voice.code().value())
        .then()
        .body(containsString("The lamp is lit."))
        .body(containsString("lang=\"en\""));
  }

  @Test
  void anotherServicesAnswerIsNotThere() {
    var other = signedIn.with(Set.of(town.service("parks", false)), Roles.CASEWORKER);
    var voice = people.say("Mine", "en", streets, null);
    var answer = draft(dana, "voice", voice.publicNumber());
    as(other).get(answer).then().statusCode(404);
    assertThat(save(other, answer, "Hijacked", "send")).isEqualTo(404);
    as(other).post(answer + "/discard").then().statusCode(404);
  }

  @Test
  void noStatementButTheOneThatNeedsADeliveryMakesACaseAnswered() throws Exception {
    var source = java.nio.file.Path.of("src/main/java/org/earshot/server");
    try (var files = java.nio.file.Files.walk(source)) {
      var writers =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> contains(file, "state = 'answered'", "UPDATE case_work"))
              .map(file -> file.getFileName().toString())
              .toList();
      assertThat(writers).containsExactly("Cases.java");
    }
    var sql = java.nio.file.Files.readString(source.resolve("answer/Cases.java"));
    assertThat(sql.split("SET state = 'answered'", -1)).hasSize(2);
    assertThat(sql).contains("FROM delivery d");
  }

  private static boolean contains(java.nio.file.Path file, String... all) {
    try {
      var text = java.nio.file.Files.readString(file);
      return java.util.Arrays.stream(all).allMatch(text::contains);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
