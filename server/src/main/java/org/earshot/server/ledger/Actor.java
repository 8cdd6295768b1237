package org.earshot.server.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did it: the person whose voice it is, a member of staff, or the system itself.
public sealed interface Actor {

  record Person() implements Actor {}

  record Staff(UUID id) implements Actor {}

  record Machine() implements Actor {}

  static Actor person() {
    return new Person();
  }

  static Actor staff(UUID id) {
    return new Staff(id);
  }

  static Actor system() {
    return new Machine();
  }

  /// How the database names the kind.
  default String kind() {
    return switch (this) {
      case Person _ -> "person";
      case Staff _ -> "staff";
      case Machine _ -> "system";
    };
  }

  /// The member of staff, if one did it.
  default @Nullable UUID staffId() {
    return this instanceof Staff(var id) ? id : null;
  }

  static Actor of(String kind, @Nullable UUID id) {
    return switch (kind) {
      case "person" -> person();
      case "system" -> system();
      case "staff" -> new Staff(java.util.Objects.requireNonNull(id, "id"));
      default -> throw new IllegalArgumentException("Unknown kind of actor: " + kind);
    };
  }
}
