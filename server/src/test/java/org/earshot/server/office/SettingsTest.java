package org.earshot.server.office;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.earshot.server.listen.Retention;
import org.earshot.server.places.NewArea;
import org.earshot.server.places.Places;
import org.earshot.server.places.PlacesEditor;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.NewId;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.Townspeople;
import org.junit.jupiter.api.Test;

/// What administrators change, and that nobody else can.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SettingsTest {

  @Inject SignedIn signedIn;
  @Inject Townspeople people;
  @Inject Retention retention;
  @Inject Places places;
  @Inject PlacesEditor editor;
  @Inject Database database;

  @Test
  void onlyAdministratorsSeeThem() {
    for (var path :
        new String[] {"", "/services", "/places", "/urgent-words", "/retention", "/people"}) {
      as(signedIn.with(Roles.CASEWORKER, Roles.LEADER))
          .get("/staff/settings" + path)
          .then()
          .statusCode(403);
      as(signedIn.with(Roles.ADMINISTRATOR)).get("/staff/settings" + path).then().statusCode(200);
      given().redirects().follow(false).get("/staff/settings" + path).then().statusCode(303);
    }
  }

  @Test
  void shorterKeepingErasesOnlyAfterTheNumbersWereSeen() {
    var admin = signedIn.with(Roles.ADMINISTRATOR);
    try {
      keepFor(admin, "12", "6").statusCode(422).body(containsString("shorter time"));
      keepFor(admin, "0", "6").statusCode(422).body(containsString("from 1 to"));
      keepFor(admin, "six", "99999999999").statusCode(422);
      people.say("Said in March, and nothing happened since.");
      keepFor(admin, "1", "7")
          .statusCode(422)
          .body(allOf(containsString("for ever"), containsString("Yes, forget them")));
      assertEquals(Retention.Periods.DEFAULT, retention.periods());
      as(admin)
          .formParam("contact-months", "1")
          .formParam("words-months", "7")
          .formParam("agreed", "yes")
          .post("/staff/settings/retention")
          .then()
          .statusCode(303);
      assertEquals(new Retention.Periods(1, 7), retention.periods());
      assertTrue(acts(admin.id()).contains("retention:1,7"));
    } finally {
      database.useTransaction(handle -> retention.save(handle, Retention.Periods.DEFAULT));
    }
  }

  private ValidatableResponse keepFor(SignedIn.Staff admin, String contacts, String words) {
    return as(admin)
        .formParam("contact-months", contacts)
        .formParam("words-months", words)
        .post("/staff/settings/retention")
        .then();
  }

  @Test
  void aServiceIsAddedAndChanged() {
    var admin = signedIn.with(Roles.ADMINISTRATOR);
    var name = "Lamps " + UUID.randomUUID();
    as(admin)
        .formParam("serviceName", name)
        .formParam("serviceDays", "0")
        .post("/staff/settings/services")
        .then()
        .statusCode(422)
        .body(allOf(containsString("from 1 to 250"), containsString(name)));
    as(admin)
        .formParam("serviceName", name)
        .formParam("serviceDays", "7")
        .post("/staff/settings/services")
        .then()
        .statusCode(303);
    var service = places.findService(name).orElseThrow();
    as(admin)
        .formParam("name-en", name)
        .formParam("days", "3")
        .formParam("weekday", "6")
        .formParam("fourEyes", "yes")
        .formParam("holidays", "tomorrow")
        .post("/staff/settings/services/" + service.id())
        .then()
        .statusCode(422)
        .body(containsString("is not a date"));
    as(admin)
        .formParam("name-en", name)
        .formParam("days", "3")
        .formParam("weekday", "6")
        .formParam("fourEyes", "yes")
        .formParam("closed", "yes")
        .post("/staff/settings/services/" + service.id())
        .then()
        .statusCode(303);
    var changed = places.getService(service.id());
    assertEquals(3, changed.promiseDays());
    assertTrue(changed.fourEyes() && changed.closed());
    assertTrue(acts(admin.id()).contains("service:" + service.code()));
  }

  @Test
  void anAreaThatAVoiceNamesCannotVanish() {
    var admin = signedIn.with(Roles.ADMINISTRATOR);
    var area =
        database.inTransaction(
            handle -> {
              var added = editor.addArea(handle, new NewArea("kept", "Kept Lane", null));
              handle.execute(
                  "INSERT INTO voice (id, channel, language, words, area_id, said_at, received_at) VALUES (?, 'web', 'en', 'x', ?, now(), now())",
                  NewId.next(),
                  added.id());
              return added;
            });
    var other =
        """
        {"type":"FeatureCollection","features":[{"properties":{"code":"new","name":"New"},
         "geometry":{"type":"Polygon","coordinates":[[[80,0],[81,0],[81,1],[80,1],[80,0]]]}}]}
        """;
    as(admin)
        .multiPart("areas", "a.json", other.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/staff/settings/places/areas")
        .then()
        .statusCode(422)
        .body(containsString("Kept Lane"));
    assertEquals(area, places.findArea("kept").orElseThrow());
    assertTrue(places.findArea("new").isEmpty());
  }

  @Test
  void somebodyIsInvitedChangedAndDisabled() {
    var admin = signedIn.with(Roles.ADMINISTRATOR);
    var email = "new-%s@test.example".formatted(UUID.randomUUID());
    var answer =
        as(admin)
            .formParam("personName", "Ines")
            .formParam("publicName", "Ines in Parks")
            .formParam("email", email)
            .formParam("role", Roles.CASEWORKER)
            .post("/staff/settings/people/new");
    answer.then().statusCode(200).body(containsString("shown only here"));
    var link = Pattern.compile("/invitation/[\\w-]+").matcher(answer.asString());
    assertTrue(link.find());
    given().get(link.group()).then().statusCode(200).body(containsString(email));
    as(admin)
        .formParam("personName", "Ines")
        .formParam("publicName", "Ines in Parks")
        .formParam("email", email)
        .post("/staff/settings/people/new")
        .then()
        .statusCode(422)
        .body(containsString("has this login already"));
    var id =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT id FROM staff WHERE login = :login")
                    .bind("login", email)
                    .mapTo(UUID.class)
                    .one());
    as(admin).post("/staff/settings/people/%s/disable".formatted(id)).then().statusCode(303);
    given().get(link.group()).then().statusCode(410);
    as(admin)
        .post("/staff/settings/people/%s/disable".formatted(admin.id()))
        .then()
        .statusCode(422);
    assertTrue(acts(admin.id()).contains("disabled"));
  }

  /// What this person did, as the ledger tells it.
  private String acts(UUID staff) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT coalesce(string_agg(payload::text, ' '), '') FROM act WHERE actor_id = :id")
                .bind("id", staff)
                .mapTo(String.class)
                .one());
  }

  private static RequestSpecification as(SignedIn.Staff staff) {
    return given().redirects().follow(false).cookie(SignedIn.COOKIE, staff.token());
  }
}
