package org.earshot.server.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.keys.Vault;
import org.junit.jupiter.api.Test;

/// Signing in, from the outside.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SignInTest {

  private static final String PASSWORD = "kettle under the lamp";

  @Inject StaffAccounts accounts;
  @Inject SignedIn signedIn;
  @Inject Database database;
  @Inject Vault vault;

  @Test
  void aCaseworkerSignsInAndOut() {
    var login = account(Roles.CASEWORKER);
    var in = post(login, PASSWORD, "");
    in.then().statusCode(303).header("Location", endsWith("/staff"));
    var cookie = in.getDetailedCookie(SignedIn.COOKIE);
    assertTrue(cookie.isHttpOnly());
    assertEquals("Lax", cookie.getSameSite());
    me(cookie.getValue()).then().statusCode(200).body(containsString("Caseworker"));
    given().redirects().follow(false).cookie(cookie).post("/logout").then().statusCode(303);
    me(cookie.getValue()).then().statusCode(303).header("Location", containsString("/login?to="));
  }

  @Test
  void goesBackToThePageThatWasWantedButNeverElsewhere() {
    var login = account(Roles.CASEWORKER);
    assertTrue(post(login, PASSWORD, "/staff/me").header("Location").endsWith("/staff/me"));
    assertTrue(post(login, PASSWORD, "//evil.example").header("Location").endsWith("/"));
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
    var login = account(Roles.CASEWORKER);
    var wrong = post(login, "not the right one", "").then().statusCode(401).extract().asString();
    var unknown = post("x" + login, "not the right one", "").then().statusCode(401).extract();
    assertEquals(wrong.replace(login, "?"), unknown.asString().replace("x" + login, "?"));
  }

  @Test
  void fiveWrongTriesLockTheAccountForAWhile() {
    var login = account(Roles.CASEWORKER);
    for (int i = 0; i < 5; i++) {
      post(login, "wrong " + i, "").then().statusCode(401);
    }
    post(login, PASSWORD, "").then().statusCode(401);
    database.useTransaction(
        handle ->
            handle.execute(
                "UPDATE staff SET locked_until = now() - interval '1 second' WHERE login = ?",
                login));
    post(login, PASSWORD, "").then().statusCode(303);
  }

  @Test
  void anAdministratorEnrolsBeforeAnythingElseAndACodeOpensOnce() {
    var login = account(Roles.ADMINISTRATOR);
    var half = post(login, PASSWORD, "");
    half.then().header("Location", endsWith("/login/enrol"));
    var halfToken = half.getCookie(SignedIn.COOKIE);
    me(halfToken).then().statusCode(303).header("Location", containsString("/login"));
    given()
        .cookie(SignedIn.COOKIE, halfToken)
        .get("/login/enrol")
        .then()
        .statusCode(200)
        .body(allOf(containsString("<svg class=\"qr\""), containsString("Any of them will do")));
    var enrolled =
        given()
            .cookie(SignedIn.COOKIE, halfToken)
            .formParam("code", code(login, 0))
            .post("/login/enrol");
    enrolled.then().statusCode(200).body(containsString("recovery codes"));
    var token = enrolled.getCookie(SignedIn.COOKIE);
    assertNotEquals(halfToken, token);
    me(token).then().statusCode(200).body(containsString("10 recovery codes left"));
    me(halfToken).then().statusCode(303);

    var again = post(login, PASSWORD, "").then().extract();
    assertTrue(again.header("Location").endsWith("/login/code"));
    var second = again.cookie(SignedIn.COOKIE);
    confirm(second, code(login, 0)).then().statusCode(401); // used when enrolling
    confirm(second, code(login, 1)).then().statusCode(303);

    var recovery = Pattern.compile("(\\w{4}-\\w{4}-\\w{4})").matcher(enrolled.asString());
    assertTrue(recovery.find());
    var third = post(login, PASSWORD, "").getCookie(SignedIn.COOKIE);
    confirm(third, recovery.group()).then().statusCode(303);
    var fourth = post(login, PASSWORD, "").getCookie(SignedIn.COOKIE);
    confirm(fourth, recovery.group()).then().statusCode(401);
  }

  @Test
  void sessionsEndByAgeByIdlenessAndByHand() {
    var staff = signedIn.with(Roles.CASEWORKER);
    me(staff.token()).then().statusCode(200);
    age(staff.id(), "seen_at = now() - interval '61 minutes'");
    me(staff.token()).then().statusCode(303);
    age(staff.id(), "seen_at = now(), expires_at = now()");
    me(staff.token()).then().statusCode(303);
    var here = signedIn.with(Roles.CASEWORKER);
    database.useTransaction(handle -> accounts.disable(handle, here.id()));
    me(here.token()).then().statusCode(303);
  }

  @Test
  void anInvitationSetsAPasswordOnce() {
    var login = "invited-%s@test.example".formatted(UUID.randomUUID());
    var path =
        database.inTransaction(
            handle -> {
              var id = accounts.add(handle, staff(login, Roles.LEADER)).orElseThrow();
              return accounts.invite(handle, id);
            });
    given().get(path).then().statusCode(200).body(containsString(login));
    given()
        .formParam("password", "too easy")
        .post(path)
        .then()
        .statusCode(422)
        .body(containsString("at least 12 characters"), not(containsString("too easy")));
    given()
        .redirects()
        .follow(false)
        .formParam("password", PASSWORD)
        .post(path)
        .then()
        .statusCode(303);
    given().get(path).then().statusCode(410);
    post(login, PASSWORD, "").then().statusCode(303);
  }

  @Test
  void changingThePasswordSignsOutEverywhereElse() {
    var login = account(Roles.CASEWORKER);
    var one = post(login, PASSWORD, "").getCookie(SignedIn.COOKIE);
    var other = post(login, PASSWORD, "").getCookie(SignedIn.COOKIE);
    given()
        .redirects()
        .follow(false)
        .cookie(SignedIn.COOKIE, one)
        .formParam("current", PASSWORD)
        .formParam("password", "a different kettle entirely")
        .post("/staff/me/password")
        .then()
        .statusCode(303);
    me(one).then().statusCode(200);
    me(other).then().statusCode(303);
    post(login, PASSWORD, "").then().statusCode(401);
  }

  private String account(String role) {
    var login = "%s-%s@test.example".formatted(role, UUID.randomUUID());
    database.useTransaction(
        handle -> {
          var id = accounts.add(handle, staff(login, role)).orElseThrow();
          accounts.setPassword(handle, id, PASSWORD);
        });
    return login;
  }

  private static NewStaff staff(String login, String role) {
    return new NewStaff(login, "Dana", "Dana in Streets", login, "en", Set.of(role), Set.of());
  }

  /// The code of the account's app, so many steps from now.
  private String code(String login, int later) {
    var sealed =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT totp_sealed FROM staff WHERE login = :login")
                    .bind("login", login)
                    .mapTo(byte[].class)
                    .one());
    var secret = Base64.getDecoder().decode(vault.open(sealed));
    return Totp.code(secret, Totp.step(Instant.now()) + later);
  }

  private void age(UUID staff, String change) {
    database.useTransaction(
        handle ->
            handle.execute("UPDATE staff_session SET " + change + " WHERE staff_id = ?", staff));
  }

  private static Response post(String login, String password, String to) {
    return given()
        .redirects()
        .follow(false)
        .formParam("login", login)
        .formParam("password", password)
        .formParam("to", to)
        .post("/login");
  }

  private static Response confirm(String token, String code) {
    return given()
        .redirects()
        .follow(false)
        .cookie(SignedIn.COOKIE, token)
        .formParam("code", code)
        .post("/login/code");
  }

  private static Response me(String token) {
    return given().redirects().follow(false).cookie(SignedIn.COOKIE, token).get("/staff/me");
  }
}
