package org.earshot.server.office;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.pages.Bodies;
import org.junit.jupiter.api.Test;

/// From an empty database to a body that listens, through the page that the console names.
@QuarkusTest
@TestProfile(FirstRunTest.Gated.class)
@WithTestResource(TestDatabase.class)
class FirstRunTest {

  /// With the gate that other tests do without.
  public static final class Gated implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("earshot.setup.gate", "true");
    }
  }

  private static final String AREAS =
      """
      {"type":"FeatureCollection","features":[{"properties":{"code":"n","name":"North"},
       "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}]}
      """;

  @Inject FirstRun firstRun;
  @Inject Bodies bodies;
  @Inject Places places;
  @Inject Database database;

  @Test
  void everythingOrNothingIsStored() {
    given().get("/").then().statusCode(503).body(containsString("Not set up yet"));
    given().get("/assets/earshot.css").then().statusCode(200);
    given().get("/health").then().statusCode(200);
    given().get("/setup/guessed").then().statusCode(404);
    var token = database.inTransaction(firstRun::newLink);
    given().get("/setup/" + token).then().statusCode(200);

    send(token, "Nowhere/City", "easy", "dimension,segment,population\nAge,Old,5")
        .then()
        .statusCode(422)
        .body(
            allOf(
                containsString("no such time zone"),
                containsString("at least 12 characters"),
                containsString("Riverbend City Council")));
    send(
            token,
            "Europe/Paris",
            "kettle under the lamp",
            "dimension,segment,area,population\nAge,Old,South,5")
        .then()
        .statusCode(422)
        .body(allOf(containsString("there is no area"), not(containsString("kettle"))));
    assertTrue(bodies.find().isEmpty());
    assertTrue(places.services().isEmpty());

    send(
            token,
            "Europe/Paris",
            "kettle under the lamp",
            "dimension,segment,area,population\nAge,Old,North,5")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/login?done=set-up"));
    assertEquals("Riverbend", bodies.get().shortName());
    assertEquals(2, places.services().size());
    var streets = places.findService("streets").orElseThrow();
    var eve = LocalDate.of(2026, 12, 24);
    assertEquals(LocalDate.of(2026, 12, 28), places.addWorkingDays(streets.id(), eve, 1));
    assertEquals(
        5,
        places
            .population(places.dimensions().getFirst().segments().getFirst().id(), null)
            .orElseThrow());
    given().get("/login").then().statusCode(200);
    given().get("/setup/" + token).then().statusCode(404);
  }

  private static Response send(String token, String zone, String password, String margins) {
    RequestSpecification form = given().redirects().follow(false);
    Map.ofEntries(
            Map.entry("name", "Riverbend City Council"),
            Map.entry("shortName", "Riverbend"),
            Map.entry("language", "en"),
            Map.entry("firstLanguage", "en"),
            Map.entry("zone", zone),
            Map.entry("emergencyNumber", "112"),
            Map.entry("address", "https://listen.riverbend.example"),
            Map.entry("feedbackContact", "privacy@riverbend.example"),
            Map.entry("frontDeskDays", "5"),
            Map.entry("serviceName", "Streets"),
            Map.entry("serviceDays", "10"),
            Map.entry("holidays", "2026-12-25"),
            Map.entry("adminName", "Dana"),
            Map.entry("login", "dana"),
            Map.entry("password", password))
        .forEach((name, value) -> form.multiPart(name, value));
    return form.multiPart(
            "areas", "areas.json", AREAS.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .multiPart(
            "margins", "margins.csv", margins.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/setup/" + token);
  }
}
