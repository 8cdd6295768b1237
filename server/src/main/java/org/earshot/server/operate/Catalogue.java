package org.earshot.server.operate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.intellij.lang.annotations.Language;
import org.jspecify.annotations.Nullable;

/// The SQL by which backups learn what is in a database: tables, columns, sequences, the record's
/// state. Plain JDBC: it runs beside the server, without its pool.
final class Catalogue {

  @Language("SQL")
  private static final String COLUMNS =
      """
      SELECT class.relname, attribute.attname
        FROM pg_class AS class
        JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
        JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
       WHERE namespace.nspname = current_schema() AND class.relkind IN ('r', 'p')
         AND NOT class.relispartition
         AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
       ORDER BY class.relname, attribute.attnum
      """;

  @Language("SQL")
  private static final String REFERENCES =
      """
      SELECT child.relname, parent.relname
        FROM pg_constraint AS foreign_key
        JOIN pg_class AS child ON child.oid = foreign_key.conrelid
        JOIN pg_class AS parent ON parent.oid = foreign_key.confrelid
       WHERE foreign_key.contype = 'f' AND child.oid <> parent.oid
      """;

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  /// The columns that hold data, by table; a table after those that it refers to.
  Map<String, List<String>> tables() throws SQLException {
    var columns = new TreeMap<String, List<String>>();
    for (var row : rows(COLUMNS)) {
      columns.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
    }
    var parents = new HashMap<String, Set<String>>();
    for (var row : rows(REFERENCES)) {
      parents.computeIfAbsent(row.getFirst(), _ -> new TreeSet<>()).add(row.getLast());
    }
    var order = new LinkedHashSet<String>();
    columns.keySet().forEach(table -> place(table, parents, new TreeSet<>(), order));
    var ordered = new LinkedHashMap<String, List<String>>();
    for (var table : order) {
      ordered.put(table, columns.getOrDefault(table, List.of()));
    }
    return ordered;
  }

  private static void place(
      String table, Map<String, Set<String>> parents, Set<String> above, Set<String> order) {
    if (order.contains(table)) {
      return;
    }
    if (!above.add(table)) {
      throw new IllegalStateException("Tables refer to each other in a circle: " + above);
    }
    for (var parent : parents.getOrDefault(table, Set.of())) {
      place(parent, parents, above, order);
    }
    above.remove(table);
    order.add(table);
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    var sequences = new ArrayList<Manifest.Sequence>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1")) {
      while (rows.next()) {
        long value = rows.getLong(2);
        boolean unused = rows.wasNull(); // speaks of the column read last
        sequences.add(new Manifest.Sequence(rows.getString(1), unused ? null : value));
      }
    }
    return sequences;
  }

  String schemaVersion() throws SQLException {
    return rows("""
            SELECT version, version FROM flyway_schema_history
             WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
            """)
        .getFirst()
        .getFirst();
  }

  Map<String, String> keys() throws SQLException {
    var keys = new TreeMap<String, String>();
    for (var row : rows("SELECT name, encode(fingerprint, 'hex') FROM key_fingerprint")) {
      keys.put(row.getFirst(), row.getLast());
    }
    return keys;
  }

  Manifest.@Nullable RecordState record() throws SQLException {
    var states = rows("SELECT origin, size::text FROM log_state");
    if (states.isEmpty()) {
      return null;
    }
    var notes = rows("SELECT note, note FROM checkpoint ORDER BY size DESC LIMIT 1");
    return new Manifest.RecordState(
        states.getFirst().getFirst(),
        Long.parseLong(states.getFirst().getLast()),
        notes.isEmpty() ? null : notes.getFirst().getFirst());
  }

  /// Rows of exactly two texts.
  private List<List<String>> rows(String sql) throws SQLException {
    var found = new ArrayList<List<String>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(List.of(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(Catalogue::quoted).toList());
  }
}
