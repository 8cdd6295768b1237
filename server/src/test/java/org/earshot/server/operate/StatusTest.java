package org.earshot.server.operate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.junit.jupiter.api.Test;

/// The operator's page.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class StatusTest {

  @Inject SignedIn signedIn;

  @Test
  void saysInWordsWhatToDo() {
    given()
        .cookie(SignedIn.COOKIE, signedIn.with(Roles.OPERATOR).token())
        .get("/staff/status")
        .then()
        .statusCode(200)
        .body(allOf(containsString("No backup was ever made"), containsString("PostgreSQL 18")));
  }

  @Test
  void isForOperatorsOnly() {
    given()
        .cookie(SignedIn.COOKIE, signedIn.with(Roles.ADMINISTRATOR).token())
        .get("/staff/status")
        .then()
        .statusCode(403);
  }
}
