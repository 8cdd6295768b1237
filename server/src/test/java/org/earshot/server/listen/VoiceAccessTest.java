package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Codes cannot be tried out: after ten that nobody has, the door is closed for a while.
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(VoiceAccessTest.Alone.class)
class VoiceAccessTest {

  /// A server of its own, because this test closes the door for everybody on this machine.
  public static final class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("earshot.test", "access");
    }
  }

  @Inject SmallTown town;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  @Test
  void theEleventhWrongCodeClosesTheDoorForRightOnesToo() {
    var mine =
        given()
            .redirects()
            .follow(false)
            .multiPart("words", "Mine")
            .multiPart("send", "yes")
            .post("/say")
            .header("Location")
            .replace("/received", "");
    for (int i = 0; i < 50; i++) {
      given().get("/v/mistyped-" + i).then().statusCode(404); // cannot be a code: not counted
    }
    given().get(mine).then().statusCode(200);
    int closed = 0;
    for (int i = 0; i < 12; i++) {
      if (given().get("/v/" + ReceiptCode.random().value()).statusCode() == 429) {
        closed++;
      }
    }
    assertThat(closed).isPositive();
    given().get(mine).then().statusCode(429);
  }
}
