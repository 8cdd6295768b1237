package org.earshot.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.Test;

/// An address that is listed is there: the rules by which the framework chooses a resource can hide
/// one behind another.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryAddressTest {

  private static final Pattern LISTED = Pattern.compile("\\| GET \\| `([^`{]+)` \\|");

  /// Only there when a checkpoint, areas or a provider of identities are.
  private static final List<String> SOMETIMES =
      List.of("/checkpoint", "/places/map.svg", "/login/oidc", "/login/oidc-failed");

  @Inject SignedIn signedIn;
  @Inject SmallTown town;

  @Test
  void everyPageThatIsListedIsThere() throws IOException {
    town.frontDesk();
    var everybody =
        signedIn.with(
            Roles.CASEWORKER,
            Roles.LEADER,
            Roles.ENGAGEMENT,
            Roles.AUDITOR,
            Roles.OPERATOR,
            Roles.ADMINISTRATOR);
    var list = Files.readString(Path.of(System.getProperty("earshot.root"), "docs/endpoints.md"));
    var answers = new TreeMap<String, Integer>();
    LISTED
        .matcher(list)
        .results()
        .map(result -> result.group(1))
        .filter(path -> !SOMETIMES.contains(path))
        .forEach(
            path ->
                answers.put(
                    path,
                    given()
                        .cookie(SignedIn.COOKIE, everybody.token())
                        .redirects()
                        .follow(false)
                        .get(path)
                        .statusCode()));
    assertThat(answers).hasSizeGreaterThan(25);
    assertThat(answers.values())
        .as("%s", answers)
        .allMatch(status -> status == 200 || status == 303);
  }
}
