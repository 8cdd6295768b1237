package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.NewId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Accounts as others change them, in the caller's transaction. The feature `office` wraps this and
/// writes the acts; signing in is [SignIn].
@ApplicationScoped
public class StaffAccounts {

  private static final Duration INVITATION = Duration.ofDays(7);
  private static final Duration RESET = Duration.ofDays(1);

  private final Database database;
  private final OneTimeLinks links;
  private final Clock clock;

  StaffAccounts(Database database, OneTimeLinks links, Clock clock) {
    this.database = database;
    this.links = links;
    this.clock = clock;
  }

  /// The new account's id; nothing when somebody has that login.
  public Optional<UUID> add(Handle handle, NewStaff staff) {
    var id = NewId.next();
    var accounts = new Accounts(handle);
    if (!accounts.add(id, staff, clock.instant())) {
      return Optional.empty();
    }
    accounts.setRoles(id, staff.roles());
    accounts.setServices(id, staff.services());
    return Optional.of(id);
  }

  public List<StaffAccount> list(Handle handle) {
    return new Accounts(handle).list();
  }

  public Optional<StaffAccount> find(Handle handle, UUID id) {
    return new Accounts(handle).find(id);
  }

  /// The name for colleagues, for example on a case; nothing for an id nobody has.
  public Optional<StaffAccount> find(UUID id) {
    return database.read(handle -> find(handle, id));
  }

  /// Everybody who may sign in, by name.
  public List<StaffAccount> listActive() {
    return database.read(this::list).stream().filter(account -> !account.disabled()).toList();
  }

  public void change(
      Handle handle,
      UUID id,
      String name,
      String publicName,
      @Nullable String email,
      Set<String> roles,
      Set<UUID> services) {
    var accounts = new Accounts(handle);
    accounts.change(id, name, publicName, email);
    accounts.setRoles(id, roles);
    accounts.setServices(id, services);
  }

  /// Why a password is refused, as the end of a message key (`identity.password.*`).
  public Optional<String> findPasswordFault(String password, String login) {
    return Passwords.findFault(password, login);
  }

  /// Sets a password that [#findPasswordFault] has nothing against, and ends every session.
  public void setPassword(Handle handle, UUID id, String password) {
    new Accounts(handle).setPassword(id, Passwords.hash(password));
    new Sessions(handle).closeAll(id);
  }

  public void disable(Handle handle, UUID id) {
    new Accounts(handle).setDisabled(id, clock.instant());
    new Sessions(handle).closeAll(id);
  }

  public void enable(Handle handle, UUID id) {
    new Accounts(handle).setDisabled(id, null);
    new Accounts(handle).forgetFailures(id);
  }

  /// Takes the second factor away, after a lost telephone; administrators enrol again at once.
  public void removeSecondFactor(Handle handle, UUID id) {
    new Accounts(handle).setTotp(id, null);
    new Accounts(handle).replaceRecoveryCodes(id, List.of());
    new Sessions(handle).closeAll(id);
  }

  /// The path of a link with which somebody invited sets their first password; valid 7 days.
  public String invite(Handle handle, UUID id) {
    return "/invitation/" + links.make(handle, OneTimeLinks.INVITATION, id, INVITATION);
  }

  /// The path of a link with which somebody sets a new password; valid a day.
  public String reset(Handle handle, UUID id) {
    return "/invitation/" + links.make(handle, OneTimeLinks.RESET, id, RESET);
  }
}
