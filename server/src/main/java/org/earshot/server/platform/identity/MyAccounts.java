package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.db.Database;

/// What people do with their own account.
@ApplicationScoped
class MyAccounts {

  /// What came of changing one's password.
  sealed interface Change {

    /// It is changed, and every other session is closed.
    record Done() implements Change {}

    /// The current password was wrong.
    record WrongPassword() implements Change {}

    /// The new one is too easy.
    ///
    /// @param fault the end of the message key that says why
    record Refused(String fault) implements Change {}
  }

  /// An account with where it is signed in.
  record View(StaffAccount account, List<Sessions.Listed> sessions, int codesLeft) {

    View {
      sessions = List.copyOf(sessions);
    }
  }

  /// The second step is set up: codes to show once, and the new session's token.
  record Enrolled(List<String> codes, String token) {

    Enrolled {
      codes = List.copyOf(codes);
    }
  }

  private final Database database;
  private final SignIn signIn;
  private final SecondFactors secondFactors;
  private final Clock clock;

  MyAccounts(Database database, SignIn signIn, SecondFactors secondFactors, Clock clock) {
    this.database = database;
    this.signIn = signIn;
    this.secondFactors = secondFactors;
    this.clock = clock;
  }

  View view(UUID id, String token) {
    return database.read(
        handle ->
            new View(
                new Accounts(handle).find(id).orElseThrow(),
                new Sessions(handle).list(id, Tokens.hash(token), clock.instant()),
                new Accounts(handle).recoveryCodesLeft(id)));
  }

  void endOtherSessions(UUID id, String token) {
    database.useTransaction(handle -> new Sessions(handle).closeOthers(id, Tokens.hash(token)));
  }

  Change changePassword(UUID id, String token, String before, String password) {
    return database.inTransaction(
        handle -> {
          var accounts = new Accounts(handle);
          var account = accounts.lock(id).orElseThrow();
          if (!Passwords.matches(before, accounts.secrets(id).passwordHash())) {
            accounts.countFailure(id, SignIn.MOST_FAILURES, clock.instant().plus(SignIn.LOCK_OUT));
            return new Change.WrongPassword();
          }
          var fault = Passwords.findFault(password, account.login());
          if (fault.isPresent()) {
            return new Change.Refused(fault.get());
          }
          accounts.setPassword(id, Passwords.hash(password));
          new Sessions(handle).closeOthers(id, Tokens.hash(token));
          return new Change.Done();
        });
  }

  /// New recovery codes for whoever shows a code of their app; nothing when it is wrong.
  Optional<List<String>> renewRecoveryCodes(UUID id, String code) {
    return database.inTransaction(
        handle ->
            secondFactors.accepts(handle, id, code)
                ? Optional.of(secondFactors.renewRecoveryCodes(handle, id))
                : Optional.empty());
  }

  /// What an app needs to make the codes of this account.
  SecondFactors.Enrolment enrolment(StaffAccount account, String issuer) {
    return database.inTransaction(handle -> secondFactors.enrolment(handle, account, issuer));
  }

  /// Confirms the app by one of its codes and opens a full session; nothing when it is wrong.
  Optional<Enrolled> enrol(UUID id, String token, String code, SignIn.Client client) {
    return database.inTransaction(
        handle ->
            secondFactors
                .confirm(handle, id, code)
                .map(codes -> new Enrolled(codes, signIn.complete(handle, id, token, client))));
  }
}
