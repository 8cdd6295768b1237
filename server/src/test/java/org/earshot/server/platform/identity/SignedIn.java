package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.earshot.server.platform.db.Database;

/// Members of staff for tests of other features: makes an account and a session at once. Inject it
/// into a `@QuarkusTest`, then `given().cookie(SignedIn.COOKIE, staff.token())`.
@ApplicationScoped
public class SignedIn {

  /// The name of the session cookie over plain HTTP.
  public static final String COOKIE = "earshot_session";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /// Somebody who is signed in.
  public record Staff(UUID id, String login, String token) {}

  private final Database database;
  private final StaffAccounts accounts;
  private final Clock clock;

  SignedIn(Database database, StaffAccounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// A new member of staff with these roles and no service.
  public Staff with(String... roles) {
    return with(Set.of(), roles);
  }

  /// A new member of staff with these roles who may read the voices of these services.
  public Staff with(Set<UUID> services, String... roles) {
    var login = "staff-%d@test.example".formatted(NUMBER.incrementAndGet());
    return database.inTransaction(
        handle -> {
          var fresh =
              new NewStaff(
                  login,
                  "Staff " + login,
                  "A colleague",
                  login,
                  "en",
                  Set.copyOf(Arrays.asList(roles)),
                  services);
          var id = accounts.add(handle, fresh).orElseThrow();
          var token = Tokens.fresh();
          new Sessions(handle).open(Tokens.hash(token), id, true, "a test", clock.instant());
          return new Staff(id, login, token);
        });
  }
}
