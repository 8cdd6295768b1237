package org.earshot.demo;

import java.util.List;

/// Somebody who works for Riverbend.
///
/// @param publicName the name residents see
/// @param role caseworker, leader, engagement, auditor, operator or administrator
/// @param services codes of the services whose voices they see
public record DemoStaff(
    String login, String displayName, String publicName, String role, List<String> services) {

  public DemoStaff {
    services = List.copyOf(services);
  }
}
