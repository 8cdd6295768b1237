package org.earshot.server.platform.db;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.intellij.lang.annotations.Language;

/// A PostgreSQL that somebody else runs, looked at before Earshot starts on it: what would fail
/// later, in the middle of somebody's work, is said at once and with a way out.
public final class ExternalPostgres {

  private static final int LEAST_VERSION = 17;
  private static final String SCHEME = "jdbc:postgresql://";

  /// What matters of a database.
  ///
  /// @param letters whether it knows a Chinese and an Arabic letter for one; with the character
  ///   type "C" it does not, and nobody's words in these scripts would be found
  record Traits(int version, String encoding, boolean letters) {

    List<String> faults() {
      var faults = new ArrayList<String>();
      if (version < LEAST_VERSION) {
        faults.add(
            "It is PostgreSQL %d; Earshot needs %d or newer.".formatted(version, LEAST_VERSION));
      }
      if (!encoding.equals("UTF8")) {
        faults.add(
            "It keeps text as %s, not UTF8.\nMake one: CREATE DATABASE earshot TEMPLATE template0 ENCODING 'UTF8'."
                .formatted(encoding));
      } else if (!letters) {
        faults.add(
            """
            It does not know the letters of Arabic or Chinese (its character type is "C").
            Make one: CREATE DATABASE earshot TEMPLATE template0 ENCODING 'UTF8' \
            LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'.\
            """);
      }
      return faults;
    }
  }

  @Language("SQL")
  private static final String KIND =
      "SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding')";

  /// Asked only of a database that knows these letters at all.
  @Language("SQL")
  private static final String LETTERS =
      "SELECT chr(27700) ~ '^[[:alpha:]]$' AND chr(1576) ~ '^[[:alpha:]]$'";

  private ExternalPostgres() {}

  /// What keeps Earshot from running on this database, in whole sentences; empty when nothing does.
  /// Never repeats the address, which may hold a password.
  public static List<String> faults(String address) {
    if (!address.startsWith(SCHEME)) {
      return List.of("Its address must begin with %s.".formatted(SCHEME));
    }
    try (var connection = DriverManager.getConnection(address);
        var statement = connection.createStatement()) {
      return traits(statement).faults();
    } catch (SQLException unreachable) {
      var reason = String.valueOf(unreachable.getMessage()).replace(address, "the address");
      return List.of("It cannot be reached: %s".formatted(reason));
    }
  }

  private static Traits traits(Statement statement) throws SQLException {
    int version;
    String encoding;
    try (var kind = statement.executeQuery(KIND)) {
      kind.next();
      version = kind.getInt(1);
      encoding = kind.getString(2);
    }
    if (!encoding.equals("UTF8")) {
      return new Traits(version, encoding, false);
    }
    try (var letters = statement.executeQuery(LETTERS)) {
      letters.next();
      return new Traits(version, encoding, letters.getBoolean(1));
    }
  }
}
