package org.earshot.server.platform.identity;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who is to get an account.
///
/// @param login what they type to sign in, usually their e-mail address; kept in lower case
/// @param roles see [Roles]
/// @param services the services whose voices they may read
public record NewStaff(
    String login,
    String name,
    String publicName,
    @Nullable String email,
    String language,
    Set<String> roles,
    Set<UUID> services) {

  public NewStaff {
    login = normalLogin(login);
    roles = Set.copyOf(roles);
    services = Set.copyOf(services);
    if (login.isEmpty() || !Roles.ALL.containsAll(roles)) {
      throw new IllegalArgumentException(
          "An account needs a login and known roles, but has %s.".formatted(roles));
    }
  }

  static String normalLogin(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
