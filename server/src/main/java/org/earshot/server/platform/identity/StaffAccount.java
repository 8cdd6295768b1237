package org.earshot.server.platform.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it; never its password or secrets.
///
/// @param login what they type to sign in; lower case
/// @param publicName what residents see: a role or a chosen name
/// @param language the two letters of the language they are written to in
/// @param hasPassword false while the invitation is open, or for people who sign in by OpenID
///   Connect
/// @param secondFactor whether they confirmed an authenticator app
/// @param lockedUntil set after too many wrong tries
public record StaffAccount(
    UUID id,
    String login,
    String name,
    String publicName,
    @Nullable String email,
    String language,
    Set<String> roles,
    Set<UUID> services,
    boolean hasPassword,
    boolean secondFactor,
    boolean disabled,
    @Nullable Instant lockedUntil) {

  public StaffAccount {
    roles = Set.copyOf(roles);
    services = Set.copyOf(services);
  }

  /// Whether they must show a second factor: those who use one, and every administrator.
  public boolean needsSecondFactor() {
    return secondFactor || roles.contains(Roles.ADMINISTRATOR);
  }
}
