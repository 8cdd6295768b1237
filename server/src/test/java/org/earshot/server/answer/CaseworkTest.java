package org.earshot.server.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.Heard;
import org.earshot.server.listen.NewContact;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.SmallTown;
import org.earshot.server.testing.Townspeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A caseworker's day, through the pages.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CaseworkTest {

  @Inject SmallTown town;
  @Inject Townspeople people;
  @Inject SignedIn signedIn;
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

  private Heard say(String words) {
    return people.say(words, "en", streets, null);
  }

  private void post(SignedIn.Staff staff, Heard voice, String command, String... fields) {
    var request = as(staff);
    for (int i = 0; i < fields.length; i += 2) {
      request.formParam(fields[i], fields[i + 1]);
    }
    request.post("/staff/voices/" + voice.publicNumber() + "/" + command).then().statusCode(303);
  }

  private List<ActType> acts(Heard voice) {
    List<Act> acts = database.read(handle -> ledger.listAbout(handle, voice.id()));
    return acts.stream().map(Act::type).toList();
  }

  private String column(Heard voice, String column) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT coalesce(%s::text, '') FROM case_work WHERE voice_id = :voice"
                        .formatted(column))
                .bind("voice", voice.id())
                .mapTo(String.class)
                .one());
  }

  @Test
  void lookingChangesNothingAndTheFirstActAcknowledges() {
    var voice = say("The gate does not close");
    as(dana).get("/staff/voices/" + voice.publicNumber()).then().statusCode(200);
    assertThat(acts(voice)).doesNotContain(ActType.CASE_ACKNOWLEDGED);
    post(dana, voice, "note", "text", "Asked the park team");
    assertThat(acts(voice)).contains(ActType.CASE_ACKNOWLEDGED, ActType.CASE_NOTED);
    post(dana, voice, "read");
    assertThat(acts(voice)).containsOnlyOnce(ActType.CASE_ACKNOWLEDGED);
    as(dana)
        .get("/staff/voices/" + voice.publicNumber())
        .then()
        .body(containsString("Asked the park team"));
  }

  @Test
  void anotherServicesVoiceIsNotThere() {
    var other = signedIn.with(Set.of(town.service("parks", false)), Roles.CASEWORKER);
    var voice = say("Nobody in parks should read this");
    var address = "/staff/voices/" + voice.publicNumber();
    as(other).get(address).then().statusCode(404).body(not(containsString("Nobody in parks")));
    as(other).post(address + "/read").then().statusCode(404);
    as(other).post(address + "/contact").then().statusCode(404);
    as(other)
        .formParam("voice", voice.publicNumber())
        .post("/staff/answers")
        .then()
        .statusCode(404);
    as(other).get("/staff/voices?q=Nobody").then().body(not(containsString("Nobody in parks")));
    as(other).get("/staff/voices/999999999").then().statusCode(404);
    given().redirects().follow(false).get(address).then().statusCode(303);
  }

  @Test
  void aHandedOverCaseKeepsItsPromiseAndLeavesTheFirstServicesSight() {
    var parks = town.service("parks", false);
    var voice = say("The hedge hides the sign");
    var promise = column(voice, "promised_on");
    as(dana)
        .formParam("to", parks.toString())
        .post("/staff/voices/" + voice.publicNumber() + "/transfer")
        .then()
        .statusCode(303)
        .header("Location", containsString("/staff"));
    assertThat(column(voice, "promised_on")).isEqualTo(promise);
    as(dana).get("/staff/voices/" + voice.publicNumber()).then().statusCode(404);
    var other = signedIn.with(Set.of(parks), Roles.CASEWORKER);
    as(other).get("/staff/voices/" + voice.publicNumber()).then().statusCode(200);
    assertThat(acts(voice)).contains(ActType.CASE_TRANSFERRED);
  }

  @Test
  void aPromiseMovesOnlyWithAReasonForThePerson() {
    var voice = say("When will the bench come back");
    var address = "/staff/voices/" + voice.publicNumber() + "/promise";
    var day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(40).toString();
    as(dana).formParam("date", day).formParam("text", " ").post(address).then().statusCode(422);
    as(dana)
        .formParam("date", day)
        .formParam("text", "The wood has to dry")
        .post(address)
        .then()
        .statusCode(303);
    assertThat(column(voice, "promised_on")).isEqualTo(day);
    given()
        .get("/v/" + voice.code().value())
        .then()
        .statusCode(200)
        .body(containsString("The wood has to dry"));
  }

  @Test
  void readingARestrictedVoiceIsAnActAndOthersDoNotSeeIt() {
    var colleague = signedIn.with(Set.of(streets), Roles.CASEWORKER);
    var voice = say("It is about somebody who works for you");
    post(dana, voice, "take");
    post(dana, voice, "restrict");
    as(dana).get("/staff/voices/" + voice.publicNumber()).then().statusCode(200);
    assertThat(acts(voice)).contains(ActType.RESTRICTED_READ);
    as(colleague).get("/staff/voices/" + voice.publicNumber()).then().statusCode(404);
    as(colleague)
        .get("/staff/voices?view=open")
        .then()
        .body(not(containsString("somebody who works for you")));
    as(colleague)
        .get("/staff/voices?q=somebody")
        .then()
        .body(not(containsString("somebody who works for you")));
  }

  @Test
  void lookingUpAContactIsAnActAndStandsInNoAddress() {
    var voice =
        people.say(
            "Please write to me",
            "en",
            streets,
            new NewContact("email", "rosa@example.org", "en", true));
    var address = "/staff/voices/" + voice.publicNumber();
    as(dana).get(address).then().body(not(containsString("rosa@example.org")));
    assertThat(acts(voice)).doesNotContain(ActType.CONTACT_READ);
    as(dana)
        .post(address + "/contact")
        .then()
        .statusCode(200)
        .body(containsString("rosa@example.org"));
    assertThat(acts(voice)).contains(ActType.CONTACT_READ);
  }

  @Test
  void whatIsSetAsideIsKeptAndComesBack() {
    var voice = say("Buy cheap watches");
    as(dana)
        .formParam("text", "")
        .post("/staff/voices/" + voice.publicNumber() + "/set-aside")
        .then()
        .statusCode(422);
    post(dana, voice, "set-aside", "text", "An advertisement");
    assertThat(column(voice, "debt")).isEqualTo("false");
    as(dana).get("/staff/voices?view=aside").then().body(containsString("Buy cheap watches"));
    as(dana).get("/staff/voices?view=open").then().body(not(containsString("Buy cheap watches")));
    given().get("/v/" + voice.code().value()).then().body(containsString("needs no answer"));
    post(dana, voice, "take-up");
    assertThat(column(voice, "debt")).isEqualTo("true");
  }

  @Test
  void scriptsAndDirectionMarksStayWords() {
    var voice = say("<script>alert(1)</script> \u202egnp.exe \u2066\u2067 \" ' & <img src=x>");
    for (var address :
        List.of("/staff/voices/" + voice.publicNumber(), "/staff/voices?view=open", "/staff")) {
      as(dana)
          .get(address)
          .then()
          .statusCode(200)
          .body(not(containsString("<script>alert")))
          .body(not(containsString("<img src=x>")));
    }
    as(dana)
        .get("/staff/voices/" + voice.publicNumber())
        .then()
        .body(containsString("&lt;script&gt;alert(1)"))
        .body(containsString("class=\"said-words words\" dir=\"auto\""));
  }

  @Test
  void aThousandVoicesAreJoinedAtOnceAndNobodyIsLost() {
    var voices = IntStream.range(0, 1_000).mapToObj(i -> say("Rubbish behind hall " + i)).toList();
    var numbers =
        voices.stream()
            .map(one -> String.valueOf(one.publicNumber()))
            .collect(Collectors.joining(","));
    as(dana).formParam("voices", numbers).post("/staff/join").then().statusCode(200);
    var need =
        as(dana)
            .formParam("voices", numbers)
            .formParam("title", "Rubbish behind the market hall")
            .post("/staff/join/need")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    as(dana)
        .get(need)
        .then()
        .statusCode(200)
        .body(containsString("1,000 people said this; 1,000 are owed an answer"));
    assertThat(acts(voices.get(500))).contains(ActType.NEED_JOINED, ActType.CASE_ACKNOWLEDGED);
    var number = need.replaceAll(".*/", "");
    as(dana)
        .formParam("voice", voices.get(3).publicNumber())
        .post("/staff/needs/" + number + "/leave")
        .then()
        .statusCode(303);
    assertThat(acts(voices.get(3))).contains(ActType.NEED_LEFT);
    assertThat(column(voices.get(3), "state")).isEqualTo("open");
    assertThat(column(voices.get(3), "need_id")).isEmpty();
    as(dana).get(need).then().body(containsString("999 people said this; 999 are owed an answer"));
  }

  @Test
  void aReminderBringsItsCaseUpOnItsDay() {
    var depot = town.service("depot", false);
    var worker = signedIn.with(Set.of(depot), Roles.CASEWORKER);
    var voice = people.say("The clock tower stands still", "en", depot, null);
    var inAWeek = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(7).toString();
    post(worker, voice, "wait", "text", "The clockmaker looks at it", "date", inAWeek);
    as(worker).get("/staff").then().body(not(containsString("view=reminded")));

    aWeekPasses(voice);
    as(worker).get("/staff").then().body(containsString("view=reminded"));
    as(worker)
        .get("/staff/voices?view=reminded")
        .then()
        .statusCode(200)
        .body(containsString("The clock tower stands still"));

    post(worker, voice, "go-on");
    as(worker).get("/staff").then().body(not(containsString("view=reminded")));
  }

  private void aWeekPasses(Heard voice) {
    database.useTransaction(
        handle ->
            handle.execute(
                "UPDATE case_work SET remind_on = remind_on - 7 WHERE voice_id = ?", voice.id()));
  }

  @Test
  void thePagesOfAListFollowEachOtherWithoutGaps() {
    var only = town.service("paging", false);
    var worker = signedIn.with(Set.of(only), Roles.CASEWORKER);
    IntStream.range(0, 90).forEach(i -> people.say("Page voice " + i, "en", only, null));
    for (var list : List.of("view=open", "view=new", "q=voice")) {
      var seen = new java.util.HashSet<String>();
      var address = "/staff/voices?" + list;
      for (int page = 0; page < 3; page++) {
        var body =
            as(worker)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var cards = java.util.regex.Pattern.compile("Page voice (\\d+)<").matcher(body);
        while (cards.find()) {
          assertThat(seen.add(cards.group(1))).isTrue();
        }
        var next = java.util.regex.Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
        address = next.find() ? next.group(1).replace("&amp;", "&") : address;
      }
      assertThat(seen).as(list).hasSize(90);
    }
  }

  @Test
  void theMorningPageSaysHowManyAreOwedAnAnswer() {
    var late = town.service("late", false);
    var worker = signedIn.with(Set.of(late), Roles.CASEWORKER);
    people.say("Nobody answered me", "en", late, null);
    as(worker)
        .get("/staff")
        .then()
        .statusCode(200)
        .body(containsString("1 person is owed an answer today."))
        .body(containsString("Nobody answered me"));
    as(signedIn.with(Roles.LEADER)).get("/staff").then().statusCode(303);
  }
}
