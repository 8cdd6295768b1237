package org.earshot.server.platform.mail;

import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Chooses how a message leaves: by the mail server or SMS provider of the settings, or into a file
/// of the data folder when there is none. In a demonstration everything goes into the file, so that
/// nothing ever leaves the machine.
@Singleton
final class Carriers {

  private final Bodies bodies;
  private final FileCarrier emailFile;
  private final FileCarrier smsFile;
  private final Optional<Carrier> smtp;
  private final Optional<Carrier> sms;

  Carriers(
      Bodies bodies,
      Mailer mailer,
      @ConfigProperty(name = "earshot.data") Path data,
      @ConfigProperty(name = "earshot.smtp.host") Optional<String> smtpHost,
      @ConfigProperty(name = "earshot.reply.domain") Optional<String> replyDomain,
      @ConfigProperty(name = "earshot.sms.url") Optional<URI> smsUrl,
      @ConfigProperty(name = "earshot.sms.token") Optional<String> smsToken) {
    this.bodies = bodies;
    this.emailFile = new FileCarrier(data.resolve("mail-outbox.jsonl"));
    this.smsFile = new FileCarrier(data.resolve("sms-outbox.jsonl"));
    this.smtp = smtpHost.map(_ -> new SmtpCarrier(mailer, replyDomain.orElse(null)));
    this.sms = smsUrl.map(url -> new SmsWebhook(url, smsToken.orElse("")));
  }

  SendResult carry(StoredMessage message) {
    boolean demo = bodies.find().map(Body::demo).orElse(false);
    return switch (message.message().channel()) {
      case EMAIL -> (demo ? emailFile : smtp.orElse(emailFile)).carry(message);
      case SMS -> (demo ? smsFile : sms.orElse(smsFile)).carry(message);
    };
  }

  void forget(UUID voice) {
    emailFile.forget(voice);
    smsFile.forget(voice);
  }
}
