package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// What people do with a one-time link: set their password.
@ApplicationScoped
class Invitations {

  /// Whom a link is for.
  ///
  /// @param first whether it is their first password
  record Invited(StaffAccount account, boolean first) {}

  /// What came of choosing a password.
  sealed interface Result {

    /// They can sign in.
    record Done() implements Result {}

    /// The password is too easy.
    ///
    /// @param fault the end of the message key that says why
    record Refused(Invited invited, String fault) implements Result {}

    /// The link opens nothing.
    record Gone() implements Result {}
  }

  private final Database database;
  private final OneTimeLinks links;
  private final StaffAccounts accounts;

  Invitations(Database database, OneTimeLinks links, StaffAccounts accounts) {
    this.database = database;
    this.links = links;
    this.accounts = accounts;
  }

  Optional<Invited> find(String token) {
    return database.read(handle -> find(handle, token));
  }

  Result setPassword(String token, String password) {
    return database.inTransaction(
        handle -> {
          var invited = find(handle, token);
          if (invited.isEmpty()) {
            return new Result.Gone();
          }
          var account = invited.get().account();
          var fault = Passwords.findFault(password, account.login());
          if (fault.isPresent()) {
            return new Result.Refused(invited.get(), fault.get());
          }
          if (!links.use(handle, token)) {
            return new Result.Gone();
          }
          accounts.setPassword(handle, account.id(), password);
          return new Result.Done();
        });
  }

  private Optional<Invited> find(Handle handle, String token) {
    var link = links.find(handle, token);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    var staff = link.get().staff();
    if (staff == null) {
      return Optional.empty();
    }
    boolean first = link.get().purpose().equals(OneTimeLinks.INVITATION);
    return accounts
        .find(handle, staff)
        .filter(account -> !account.disabled())
        .map(account -> new Invited(account, first));
  }
}
