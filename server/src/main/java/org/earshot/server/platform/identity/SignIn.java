package org.earshot.server.platform.identity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.jobs.RateLimits;
import org.jdbi.v3.core.Handle;

/// Opens and closes sessions. Five wrong tries lock an account for a quarter of an hour; nothing in
/// an answer or in its timing says whether a login exists.
@ApplicationScoped
public class SignIn {

  static final int MOST_FAILURES = 5;
  static final Duration LOCK_OUT = Duration.ofMinutes(15);

  private static final int TRIES_PER_BLOCK = 100;
  private static final Duration TRIES_WINDOW = Duration.ofMinutes(15);
  private static final int BROWSER_LENGTH = 200;

  /// Where a try comes from.
  ///
  /// @param addressBlock what tries are counted by
  /// @param browser the user agent, for one's own list of sessions
  record Client(String addressBlock, String browser) {

    Client {
      browser = browser.substring(0, Math.min(browser.length(), BROWSER_LENGTH));
    }
  }

  private final Database database;
  private final SecondFactors secondFactors;
  private final RateLimits limits;
  private final Clock clock;

  SignIn(Database database, SecondFactors secondFactors, RateLimits limits, Clock clock) {
    this.database = database;
    this.secondFactors = secondFactors;
    this.limits = limits;
    this.clock = clock;
  }

  SignInResult signIn(String login, String password, Client client) {
    if (!limits.allow("login", client.addressBlock(), TRIES_PER_BLOCK, TRIES_WINDOW)) {
      return new SignInResult.TooMany();
    }
    return database.inTransaction(
        handle -> {
          var accounts = new Accounts(handle);
          var account = accounts.lockByLogin(NewStaff.normalLogin(login));
          var hash = account.flatMap(found -> accounts.secrets(found.id()).passwordHash());
          boolean right = Passwords.matches(password, hash);
          if (account.isEmpty() || !mayTry(account.get())) {
            return new SignInResult.Refused();
          }
          if (!right) {
            accounts.countFailure(account.get().id(), MOST_FAILURES, now().plus(LOCK_OUT));
            return new SignInResult.Refused();
          }
          if (!account.get().needsSecondFactor()) {
            accounts.forgetFailures(account.get().id()); // else only once the code was right too
          }
          return open(handle, account.get(), client);
        });
  }

  /// Opens a session for somebody whom another party vouched for.
  SignInResult open(Handle handle, StaffAccount account, Client client) {
    var token = Tokens.fresh();
    new Sessions(handle).open(Tokens.hash(token), account.id(), false, client.browser(), now());
    if (!account.needsSecondFactor()) {
      return new SignInResult.Done(token);
    }
    return account.secondFactor()
        ? new SignInResult.CodeNeeded(token)
        : new SignInResult.EnrolmentNeeded(token);
  }

  /// Finishes signing in with a code of the app or a recovery code; the new session's token, or
  /// nothing when the code was wrong.
  Optional<String> confirm(String token, String code, Client client) {
    return database.inTransaction(
        handle -> {
          var accounts = new Accounts(handle);
          var account = findHalf(handle, token).flatMap(half -> accounts.lock(half.id()));
          if (account.isEmpty() || !mayTry(account.get())) {
            return Optional.empty();
          }
          var id = account.get().id();
          if (!secondFactors.accepts(handle, id, code)) {
            accounts.countFailure(id, MOST_FAILURES, now().plus(LOCK_OUT));
            return Optional.empty();
          }
          return Optional.of(complete(handle, id, token, client));
        });
  }

  /// Replaces a half session by one with a second factor.
  String complete(Handle handle, UUID staff, String halfToken, Client client) {
    new Accounts(handle).forgetFailures(staff);
    var sessions = new Sessions(handle);
    sessions.close(Tokens.hash(halfToken));
    var token = Tokens.fresh();
    sessions.open(Tokens.hash(token), staff, true, client.browser(), now());
    return token;
  }

  /// Whoever typed the right password, and still owes the second factor.
  Optional<StaffAccount> findHalf(String token) {
    return database.read(handle -> findHalf(handle, token));
  }

  Optional<StaffAccount> findHalf(Handle handle, String token) {
    return new Sessions(handle)
        .find(Tokens.hash(token), now())
        .filter(session -> !session.isComplete())
        .map(Sessions.Open::account);
  }

  /// The member of staff behind a session's token.
  Optional<StaffAccount> find(String token) {
    var hash = Tokens.hash(token);
    var session = database.read(handle -> new Sessions(handle).find(hash, now()));
    if (session.isPresent() && Sessions.needsTouch(session.get(), now())) {
      database.useTransaction(handle -> new Sessions(handle).touch(hash, now()));
    }
    return session.filter(Sessions.Open::isComplete).map(Sessions.Open::account);
  }

  void signOut(String token) {
    database.useTransaction(handle -> new Sessions(handle).close(Tokens.hash(token)));
  }

  @Scheduled(every = "13m")
  void closeExpired() {
    database.useTransaction(handle -> new Sessions(handle).closeExpired(now()));
  }

  private boolean mayTry(StaffAccount account) {
    var locked = account.lockedUntil();
    return !account.disabled() && (locked == null || !locked.isAfter(now()));
  }

  private Instant now() {
    return clock.instant();
  }
}
