package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Members of staff as others see them: residents by the role or name that they chose, colleagues
/// by their name.
@ApplicationScoped
public class Colleagues {

  /// A member of staff to whom work can be given.
  public record Colleague(UUID id, String name) {}

  /// What residents see; nothing when they chose nothing.
  public Optional<String> publicName(Handle handle, UUID staff) {
    return handle
        .createQuery("SELECT public_name FROM staff WHERE id = :id AND public_name <> ''")
        .bind("id", staff)
        .mapTo(String.class)
        .findOne();
  }

  /// Names for colleagues.
  public Map<UUID, String> names(Handle handle, Collection<UUID> staff) {
    return handle
        .createQuery("SELECT id, name FROM staff WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, List.copyOf(staff))
        .reduceRows(
            new HashMap<UUID, String>(),
            (names, row) -> {
              names.put(row.getColumn("id", UUID.class), row.getColumn("name", String.class));
              return names;
            });
  }

  /// The caseworkers of a service who can sign in.
  public List<Colleague> caseworkers(Handle handle, UUID service) {
    return handle
        .createQuery(
            """
            SELECT s.id, s.name
              FROM staff s
              JOIN staff_service v ON v.staff_id = s.id AND v.service_id = :service
             WHERE s.disabled_at IS NULL
               AND EXISTS (SELECT FROM staff_role r
                            WHERE r.staff_id = s.id AND r.role = 'caseworker')
             ORDER BY s.name, s.id
            """)
        .bind("service", service)
        .map((row, _) -> new Colleague(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }
}
