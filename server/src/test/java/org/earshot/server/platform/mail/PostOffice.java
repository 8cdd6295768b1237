package org.earshot.server.platform.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real SMTP server in memory for `@QuarkusTest` classes that send e-mail.
public final class PostOffice implements QuarkusTestResourceLifecycleManager {

  private @Nullable GreenMail mail;

  @Override
  public Map<String, String> start() {
    mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return Map.of(
        "quarkus.mailer.mock", "false",
        "earshot.smtp.host", "127.0.0.1",
        "earshot.smtp.port", String.valueOf(mail.getSmtp().getPort()),
        "earshot.smtp.starttls", "DISABLED",
        "earshot.reply.domain", "replies.smalltown.example");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
  }

  @Override
  public void stop() {
    if (mail != null) {
      mail.stop();
    }
  }
}
