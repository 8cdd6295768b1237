package org.earshot.server.operate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How backups and restores reach the database, beside the server.
///
/// @param user null when the address holds it
public record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {

  Connection connect() throws SQLException {
    return user == null
        ? DriverManager.getConnection(url)
        : DriverManager.getConnection(url, user, password);
  }
}
