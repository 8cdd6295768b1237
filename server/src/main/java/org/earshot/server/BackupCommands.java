package org.earshot.server;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.earshot.server.operate.Backup;
import org.earshot.server.operate.DatabaseAddress;
import org.earshot.server.operate.Restore;
import org.earshot.server.platform.db.EmbeddedPostgres;
import org.earshot.server.platform.db.ExternalPostgres;

/// `backup` and `restore` as commands: find the database, start the embedded one if it sleeps, do
/// the work, put it back to sleep.
final class BackupCommands {

  private BackupCommands() {}

  /// Runs the command and gives its exit code.
  static int run(String... args) {
    BackupArguments arguments;
    try {
      arguments = BackupArguments.parse(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return 2;
    }
    boolean backup = args[0].equals("backup");
    var external = System.getenv("EARSHOT_DB_URL");
    if (external != null && !external.isBlank()) {
      var faults = ExternalPostgres.faults(external);
      if (!faults.isEmpty()) {
        Main.sayUnfit(faults);
        return 2;
      }
      return run(backup, arguments, new DatabaseAddress(external, null, null));
    }
    var folder = arguments.dataDirectory().resolve("postgres");
    if (backup && !Files.isDirectory(folder)) {
      System.err.println("There is no database in %s.".formatted(arguments.dataDirectory()));
      return 2;
    }
    var postgres = EmbeddedPostgres.start(folder);
    try {
      return run(
          backup,
          arguments,
          new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password()));
    } finally {
      if (!postgres.wasRunning()) {
        postgres.stop();
      }
    }
  }

  private static int run(boolean backup, BackupArguments arguments, DatabaseAddress database) {
    try {
      System.out.println(
          backup
              ? Backup.write(database, arguments.file())
              : Restore.read(database, arguments.file(), arguments.keys()));
      return 0;
    } catch (Restore.Refused | IOException | SQLException wrong) {
      System.err.println(wrong.getMessage());
      return 1;
    }
  }
}
