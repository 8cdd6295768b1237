package org.earshot.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Locale;
import org.earshot.server.platform.db.EmbeddedPostgres;
import org.earshot.server.platform.db.ExternalPostgres;
import org.earshot.server.platform.identity.OpenIdConnect;

/// Starts the server: reads the command line, brings up the database, then hands over to Quarkus.
///
/// Exit codes are those of the command line contract: 2 for wrong arguments, 1 for anything else.
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... args) {
    // Whatever machine it runs on, files, keys and logs are written the same way.
    Locale.setDefault(Locale.ROOT);
    if (args.length > 0 && (args[0].equals("backup") || args[0].equals("restore"))) {
      System.exit(BackupCommands.run(args));
    }
    ServeArguments arguments;
    try {
      arguments = ServeArguments.parse(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    arguments.settings().forEach(System::setProperty);
    OpenIdConnect.settings(System.getenv()).forEach(System::setProperty);
    var external = System.getenv("EARSHOT_DB_URL");
    if (external == null || external.isBlank()) {
      var postgres = EmbeddedPostgres.start(arguments.dataDirectory().resolve("postgres"));
      System.setProperty("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
      System.setProperty("quarkus.datasource.username", postgres.user());
      System.setProperty("quarkus.datasource.password", postgres.password());
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop, "stop-postgres"));
    } else {
      var faults = ExternalPostgres.faults(external);
      if (!faults.isEmpty()) {
        sayUnfit(faults);
        System.exit(2);
      }
      System.setProperty("quarkus.datasource.jdbc.url", external);
    }
    Quarkus.run(args);
  }

  /// Says why the database of `EARSHOT_DB_URL` does not serve.
  static void sayUnfit(List<String> faults) {
    System.err.println("The database of EARSHOT_DB_URL does not serve:");
    faults.forEach(System.err::println);
  }
}
