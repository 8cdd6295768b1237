package org.earshot.server.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.junit.jupiter.api.Test;

/// Signing in with the body's own accounts, against a small identity provider.
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(IdentityProviderServer.class)
class OpenIdConnectTest {

  @Inject StaffAccounts accounts;
  @Inject Database database;

  @Test
  void somebodyWhomTheProviderVouchesForGetsASessionOfOurOwn() {
    var login = "oidc.person@test.example";
    database.useTransaction(
        handle ->
            accounts.add(
                handle,
                new NewStaff(
                    login, "Oda", "Oda", login, "en", Set.of(Roles.CASEWORKER), Set.of())));
    IdentityProviderServer.says("subject-1", login, true);
    var first = walk();
    assertEquals(303, first.statusCode());
    assertTrue(first.header("Location").endsWith("/staff"));
    me(first).then().statusCode(200).body(containsString("Oda"));
    // From now on the subject counts, whatever the address.
    IdentityProviderServer.says("subject-1", "other@test.example", false);
    assertEquals(303, walk().statusCode());
  }

  @Test
  void anUnknownOrUnverifiedPersonIsRefusedInWords() {
    var login = "unverified@test.example";
    database.useTransaction(
        handle ->
            accounts.add(handle, new NewStaff(login, "U", "U", login, "en", Set.of(), Set.of())));
    IdentityProviderServer.says("subject-2", login, false);
    walk().then().statusCode(403).body(containsString("it has no account here"));
    IdentityProviderServer.says("subject-3", "nobody@test.example", true);
    walk().then().statusCode(403).body(containsString("it has no account here"));
  }

  @Test
  void theLoginPageOffersIt() {
    given().get("/login").then().body(containsString("Sign in with your work account"));
  }

  /// Follows the redirects as a browser would: to the provider, back with a code, and on.
  private Response walk() {
    var cookies = new HashMap<String, String>();
    var start = get("/login/oidc", cookies);
    assertEquals(302, start.statusCode(), start.asString());
    var back = URI.create(IdentityProviderServer.authorize(start.header("Location")));
    var answer = get(back.getRawPath() + "?" + back.getRawQuery(), cookies);
    while (answer.statusCode() == 302) {
      var next = URI.create(answer.header("Location"));
      answer = get(next.getRawPath(), cookies);
    }
    return answer;
  }

  private static Response get(String path, Map<String, String> cookies) {
    var response =
        given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies).get(path);
    cookies.putAll(response.cookies());
    cookies.values().removeIf(String::isEmpty);
    return response;
  }

  private static Response me(Response signedIn) {
    return given()
        .redirects()
        .follow(false)
        .cookie(SignedIn.COOKIE, signedIn.getCookie(SignedIn.COOKIE))
        .get("/staff/me");
  }
}
