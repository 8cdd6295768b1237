package org.earshot.server.office;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Messages;
import org.earshot.server.platform.identity.NewStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffAccount;
import org.earshot.server.platform.identity.StaffAccounts;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.mail.Outbox;
import org.earshot.server.platform.mail.OutgoingMessage;
import org.earshot.server.platform.pages.Bodies;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who works here: invites, changes, disables. Each change is one transaction and one act.
@ApplicationScoped
public class StaffOffice {

  /// An invitation that was made.
  record Invited(UUID id, String path) {}

  private final Database database;
  private final StaffAccounts accounts;
  private final Bodies bodies;
  private final Outbox outbox;
  private final Ledger ledger;
  private final Clock clock;

  StaffOffice(
      Database database,
      StaffAccounts accounts,
      Bodies bodies,
      Outbox outbox,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.bodies = bodies;
    this.outbox = outbox;
    this.ledger = ledger;
    this.clock = clock;
  }

  List<StaffAccount> list() {
    return database.read(accounts::list);
  }

  Optional<StaffAccount> find(UUID id) {
    return accounts.find(id);
  }

  /// Makes an account and the link to set its password; nothing when somebody has that login.
  Optional<Invited> invite(StaffMember who, NewStaff staff) {
    return database.inTransaction(
        handle ->
            accounts
                .add(handle, staff)
                .map(
                    id -> {
                      var path = accounts.invite(handle, id);
                      mail(handle, id, staff, path);
                      append(handle, who, id, "invited", staff.roles());
                      return new Invited(id, path);
                    }));
  }

  /// Sends the link, too; where no mail works, the administrator hands it over.
  private void mail(Handle handle, UUID id, NewStaff staff, String path) {
    var email = staff.email();
    var body = bodies.find();
    if (email == null || body.isEmpty()) {
      return;
    }
    var language = Language.findByCode(staff.language()).orElse(Language.EN);
    var sender = body.get().shortName();
    var link = body.get().address() + path;
    outbox.add(
        handle,
        List.of(
            new OutgoingMessage(
                OutgoingMessage.Channel.EMAIL,
                email,
                Messages.text(language, "places.mail.invitation.subject", sender),
                Messages.text(language, "places.mail.invitation", staff.name(), sender, link),
                language,
                null,
                "invitation",
                id,
                null)));
  }

  /// Changes names, roles and services. Nobody takes their own administration away: the last
  /// administrator could lock everybody out.
  boolean change(
      StaffMember who,
      UUID id,
      String name,
      String publicName,
      @Nullable String email,
      Set<String> roles,
      Set<UUID> services) {
    if (who.id().equals(id) && !roles.contains(Roles.ADMINISTRATOR)) {
      return false;
    }
    database.useTransaction(
        handle -> {
          accounts.change(handle, id, name, publicName, email, roles, services);
          append(handle, who, id, "changed", roles);
        });
    return true;
  }

  /// Ends every session and lets them in no more; nobody does it to themselves.
  boolean disable(StaffMember who, UUID id) {
    if (who.id().equals(id)) {
      return false;
    }
    database.useTransaction(
        handle -> {
          accounts.disable(handle, id);
          append(handle, who, id, "disabled", Set.of());
        });
    return true;
  }

  void enable(StaffMember who, UUID id) {
    database.useTransaction(
        handle -> {
          accounts.enable(handle, id);
          append(handle, who, id, "enabled", Set.of());
        });
  }

  /// A link with which they set a password: a first one for whoever has none.
  String newPasswordLink(StaffMember who, StaffAccount account) {
    return database.inTransaction(
        handle -> {
          var path =
              account.hasPassword()
                  ? accounts.reset(handle, account.id())
                  : accounts.invite(handle, account.id());
          append(handle, who, account.id(), "password-link", Set.of());
          return path;
        });
  }

  void removeSecondFactor(StaffMember who, UUID id) {
    database.useTransaction(
        handle -> {
          accounts.removeSecondFactor(handle, id);
          append(handle, who, id, "second-factor-removed", Set.of());
        });
  }

  private void append(Handle handle, StaffMember who, UUID id, String what, Set<String> roles) {
    var at = clock.instant();
    var payload = Map.<String, Object>of("what", what, "roles", List.copyOf(new TreeSet<>(roles)));
    ledger.append(
        handle,
        List.of(
            new NewAct(ActType.STAFF_CHANGED, "staff", id, Actor.staff(who.id()), at, payload)));
  }
}
