package org.earshot.server.office;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.NewStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffAccount;
import org.earshot.server.platform.pages.Form;
import org.jspecify.annotations.Nullable;

/// The form of one person's account.
///
/// @param email their address, which is their login too when they are invited
record PersonForm(
    String name, String publicName, @Nullable String email, Set<String> roles, Set<UUID> services) {

  private static final int MOST = 100;

  static Form fresh() {
    return Form.of(Map.of("role", List.of(Roles.CASEWORKER)));
  }

  static Form of(StaffAccount account) {
    var email = account.email();
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("personName", List.of(account.name()));
    fields.put("publicName", List.of(account.publicName()));
    fields.put("email", List.of(email == null ? "" : email));
    fields.put("role", List.copyOf(account.roles()));
    fields.put("service", account.services().stream().map(UUID::toString).toList());
    return Form.of(fields);
  }

  static PersonForm read(Form form, Checks checks, boolean emailNeeded) {
    var name = checks.text("personName", MOST);
    var publicName = checks.text("publicName", MOST);
    var email = checks.email("email", form.text("email"));
    if (emailNeeded && email.isEmpty()) {
      checks.wrong("email", "empty.email");
    }
    var roles = new HashSet<>(form.texts("role"));
    roles.retainAll(Roles.ALL);
    var services = new HashSet<UUID>();
    for (var text : form.texts("service")) {
      try {
        services.add(UUID.fromString(text));
      } catch (IllegalArgumentException noService) {
        checks.wrong("service", "service");
      }
    }
    return new PersonForm(name, publicName, email.orElse(null), roles, services);
  }

  NewStaff toNewStaff(Language language) {
    var login = email == null ? "" : email;
    return new NewStaff(login, name, publicName, email, language.code(), roles, services);
  }
}
