package org.earshot.server.platform.mail;

import java.util.UUID;
import org.earshot.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/// A message to one person.
///
/// @param channel how it travels
/// @param to the e-mail address or the telephone number
/// @param subject for e-mail; never anything that a stranger may not read on a locked screen
/// @param text the whole message; paragraphs are separated by an empty line
/// @param language in which it is written
/// @param replyToken threads replies to an e-mail; opens nothing
/// @param purpose what kind of message it is; listeners know theirs by it
/// @param about the delivery, invitation or voice that the outcome belongs to
/// @param voice the voice with whose erasure the message goes too
public record OutgoingMessage(
    Channel channel,
    String to,
    String subject,
    String text,
    Language language,
    @Nullable String replyToken,
    String purpose,
    @Nullable UUID about,
    @Nullable UUID voice) {

  /// How a message travels.
  public enum Channel {
    EMAIL("email"),
    SMS("sms");

    private final String code;

    Channel(String code) {
      this.code = code;
    }

    /// How the database names it.
    public String code() {
      return code;
    }

    static Channel of(String code) {
      return code.equals("sms") ? SMS : EMAIL;
    }
  }
}
