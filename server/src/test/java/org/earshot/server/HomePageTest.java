package org.earshot.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.earshot.server.platform.db.TestDatabase;
import org.junit.jupiter.api.Test;

/// The frame around every page.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HomePageTest {

  @Test
  void theStartPageAsksOneThing() {
    given().get("/").then().statusCode(200).body(containsString("What would you like us to know?"));
  }

  @Test
  void anotherSitesPageMayChangeNothing() {
    given().header("Sec-Fetch-Site", "cross-site").post("/").then().statusCode(403);
  }

  @Test
  void anUnknownPageSaysSoInWords() {
    given().get("/nowhere").then().statusCode(404).body(containsString("no such page"));
  }
}
