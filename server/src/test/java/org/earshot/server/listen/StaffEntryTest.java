package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Staff write down what people tell them, and hand over the same receipt.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StaffEntryTest {

  @Inject SmallTown town;
  @Inject SignedIn signedIn;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  @Test
  void aCaseworkerWritesDownACall() {
    var staff = signedIn.with(Roles.CASEWORKER);
    given()
        .cookie(SignedIn.COOKIE, staff.token())
        .get("/staff/voices/new")
        .then()
        .statusCode(200)
        .body(containsString("By telephone"));
    var location =
        given()
            .redirects()
            .follow(false)
            .cookie(SignedIn.COOKIE, staff.token())
            .multiPart("send", "yes")
            .multiPart("words", "My bin was not emptied")
            .multiPart("channel", "phone")
            .multiPart("saidOn", "2026-01-05")
            .multiPart("service", "front-desk")
            .post("/staff/voices/new")
            .header("Location");
    assertThat(location).contains("/received");
    given().get(location).then().statusCode(200).body(containsString("This is your code"));
    given()
        .get(location.replace("/received", ""))
        .then()
        .body(containsString("You told us by telephone, and we wrote it down."));
  }

  @Test
  void aDayToComeIsAskedForAgain() {
    var staff = signedIn.with(Roles.CASEWORKER);
    given()
        .cookie(SignedIn.COOKIE, staff.token())
        .multiPart("send", "yes")
        .multiPart("words", "Kept")
        .multiPart("channel", "paper")
        .multiPart("saidOn", "2999-01-01")
        .post("/staff/voices/new")
        .then()
        .statusCode(422)
        .body(containsString("in the last ten years"))
        .body(containsString("Kept"));
  }

  @Test
  void othersMayNot() {
    var leader = signedIn.with(Roles.LEADER);
    given().cookie(SignedIn.COOKIE, leader.token()).get("/staff/voices/new").then().statusCode(403);
    given().redirects().follow(false).get("/staff/voices/new").then().statusCode(303);
  }
}
