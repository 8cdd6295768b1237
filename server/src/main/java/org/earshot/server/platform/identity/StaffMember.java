package org.earshot.server.platform.identity;

import java.util.Set;
import java.util.UUID;

/// A signed-in member of staff.
///
/// @param id never shown
/// @param name for colleagues
/// @param publicName for residents: a role or a chosen name
/// @param roles see [Roles]
/// @param services the services whose voices they may read; leaders, auditors and administrators
///   read figures, never voices of services they do not belong to
public record StaffMember(
    UUID id, String name, String publicName, Set<String> roles, Set<UUID> services) {

  public StaffMember {
    roles = Set.copyOf(roles);
    services = Set.copyOf(services);
  }

  public boolean mayRead(UUID service) {
    return services.contains(service);
  }
}
