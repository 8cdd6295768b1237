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

/// Chooses how a message leaves: by the mail server or SMS provider of the settings. Without them
/// it waits, and the operator is told. In a demonstration, and where somebody who tries Earshot out
/// says so in the settings, everything goes into a file of the data folder and nothing leaves the
/// machine.
@Singleton
final class Carriers {

  private final Bodies bodies;
  private final boolean files;
  private final FileCarrier emailFile;
  private final FileCarrier smsFile;
  private final Optional<Carrier> smtp;
  private final Optional<Carrier> sms;

  Carriers(
      Bodies bodies,
      Mailer mailer,
      @ConfigProperty(name = "earshot.data") Path data,
      @ConfigProperty(name = "earshot.mail.files", defaultValue = "false") boolean files,
      @ConfigProperty(name = "earshot.smtp.host") Optional<String> smtpHost,
      @ConfigProperty(name = "earshot.reply.domain") Optional<String> replyDomain,
      @ConfigProperty(name = "earshot.sms.url") Optional<URI> smsUrl,
      @ConfigProperty(name = "earshot.sms.token") Optional<String> smsToken) {
    this.bodies = bodies;
    this.files = files;
    this.emailFile = new FileCarrier(data.resolve("mail-outbox.jsonl"));
    this.smsFile = new FileCarrier(data.resolve("sms-outbox.jsonl"));
    this.smtp = smtpHost.map(_ -> new SmtpCarrier(mailer, replyDomain.orElse(null)));
    this.sms = smsUrl.map(url -> new SmsWebhook(url, smsToken.orElse("")));
  }

  SendResult carry(StoredMessage message) {
    var channel = message.message().channel();
    return find(channel)
        .map(carrier -> carrier.carry(message))
        .orElseGet(() -> new SendResult.Unready("No way for %s is set up".formatted(channel)));
  }

  /// How messages of this kind leave, if anything is set up.
  Optional<Carrier> find(OutgoingMessage.Channel channel) {
    boolean intoFiles = files || bodies.find().map(Body::demo).orElse(false);
    return switch (channel) {
      case EMAIL -> intoFiles ? Optional.of(emailFile) : smtp;
      case SMS -> intoFiles ? Optional.of(smsFile) : sms;
    };
  }

  void forget(UUID voice) {
    emailFile.forget(voice);
    smsFile.forget(voice);
  }
}
