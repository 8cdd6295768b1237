package org.earshot.server.platform.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import org.jspecify.annotations.Nullable;

/// Hands e-mail to the body's own mail server: plain text and the same as simple HTML.
final class SmtpCarrier implements Carrier {

  private static final int LONGEST_ERROR = 300;

  private final Mailer mailer;
  private final @Nullable String replyDomain;

  /// @param replyDomain where replies are received, if they are
  SmtpCarrier(Mailer mailer, @Nullable String replyDomain) {
    this.mailer = mailer;
    this.replyDomain = replyDomain;
  }

  @Override
  public SendResult carry(StoredMessage stored) {
    var message = stored.message();
    var mail =
        Mail.withText(message.to(), message.subject(), message.text())
            .setHtml(MailHtml.of(message))
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("Content-Language", message.language().tag());
    if (replyDomain != null && message.replyToken() != null) {
      mail.setReplyTo("reply+%s@%s".formatted(message.replyToken(), replyDomain));
    }
    try {
      mailer.send(mail);
      return new SendResult.Sent();
    } catch (RuntimeException e) { // the client wraps whatever the server or the network said
      return resultOf(e);
    }
  }

  private static SendResult resultOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException refusal) {
        // What the server says can name the address; only its code is kept.
        var why = "The mail server answered " + refusal.getReplyCode();
        return refusal.isPermanent() ? new SendResult.Refused(why) : new SendResult.Later(why);
      }
    }
    var name = thrown.getCause() == null ? thrown : thrown.getCause();
    var why = "The mail server was not reached: " + name.getClass().getSimpleName();
    return new SendResult.Later(why.substring(0, Math.min(LONGEST_ERROR, why.length())));
  }
}
