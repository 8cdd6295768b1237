package org.earshot.server.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.earshot.server.platform.identity.StaffAccounts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `earshot demo`: fills the town on the first start, and prints where to go and who to be.
@Singleton
final class DemoStart {

  private static final int BEFORE_SERVING = 10;

  private final DemoFiller filler;
  private final StaffAccounts accounts;
  private final boolean wanted;
  private final int scale;
  private final String address;

  DemoStart(
      DemoFiller filler,
      StaffAccounts accounts,
      @ConfigProperty(name = "earshot.demo", defaultValue = "false") boolean wanted,
      @ConfigProperty(name = "earshot.demo.scale", defaultValue = "1") int scale,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "earshot.address") Optional<String> address) {
    this.filler = filler;
    this.accounts = accounts;
    this.wanted = wanted;
    this.scale = scale;
    this.address =
        address.orElse("http://%s:%d".formatted(host.equals("0.0.0.0") ? "localhost" : host, port));
  }

  void onStart(@Observes @Priority(BEFORE_SERVING) StartupEvent event) {
    if (!wanted) {
      return;
    }
    if (filler.belongsToSomebody()) {
      throw new IllegalStateException(
          "This database is not a demo: somebody has set it up. Nothing was changed.\nUse another --data folder for the demo.");
    }
    if (!filler.isFull()) {
      fill();
    }
    System.out.println(greeting());
  }

  private void fill() {
    System.out.println("Filling the demo town (once) ...");
    long start = System.nanoTime();
    var told = new long[] {0};
    filler.fill(
        scale,
        address,
        heard -> {
          if (heard - told[0] >= 5_000L * scale) {
            told[0] = heard;
            System.out.println("  %,d voices".formatted(heard));
          }
        });
    System.out.println("  done in %d s".formatted((System.nanoTime() - start) / 1_000_000_000));
  }

  private String greeting() {
    var text = new StringBuilder(System.lineSeparator());
    text.append("Riverbend listens. Everybody in it is invented.\n\n");
    text.append("  For residents   %s/\n".formatted(address));
    text.append("  For staff       %s/login\n\n".formatted(address));
    text.append("  Password of everybody below: %s\n".formatted(TownGround.PASSWORD));
    for (var account : accounts.listActive()) {
      text.append(
          "    %-12s %-24s %s\n"
              .formatted(account.login(), account.name(), String.join(", ", account.roles())));
    }
    return text.append("\n  Stop with Ctrl-C; the data stay.\n").toString();
  }
}
