package org.earshot.server.platform.identity;

import java.util.List;

/// The roles of staff, by the names that `@RolesAllowed` takes.
public final class Roles {

  /// Reads voices of their services, links them to needs, writes answers.
  public static final String CASEWORKER = "caseworker";

  /// Sees how the body listens as a whole; decides.
  public static final String LEADER = "leader";

  /// Moderates; runs panels and rounds.
  public static final String ENGAGEMENT = "engagement";

  /// Verifies: figures, recipes, the record.
  public static final String AUDITOR = "auditor";

  /// Keeps the system running: status, backups, imports.
  public static final String OPERATOR = "operator";

  /// Sets up the body, services and staff; must use a second factor.
  public static final String ADMINISTRATOR = "administrator";

  /// Every role, in the order in which pages list them.
  public static final List<String> ALL =
      List.of(CASEWORKER, LEADER, ENGAGEMENT, AUDITOR, OPERATOR, ADMINISTRATOR);

  private Roles() {}
}
