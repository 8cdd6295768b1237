package org.earshot.server.listen;

import org.earshot.server.platform.mail.OutgoingMessage;

/// A contact in clear.
///
/// @param kind "email" or "mobile"
/// @param language in which to write to them
/// @param confirmed whether they have shown that it is theirs; nothing else may be sent before
/// @param replyToken threads their replies, opens nothing else
public record OpenContact(
    String kind, String address, String language, boolean confirmed, String replyToken) {

  /// The channel that reaches it.
  public OutgoingMessage.Channel channel() {
    return kind.equals("mobile") ? OutgoingMessage.Channel.SMS : OutgoingMessage.Channel.EMAIL;
  }

  /// Enough of the address for its owner to know it: "a…@example.org", "…5678".
  public String hint() {
    if (kind.equals("mobile")) {
      return "…" + address.substring(Math.max(0, address.length() - 3));
    }
    int at = address.lastIndexOf('@');
    return address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
  }

  @Override
  public String toString() {
    return "a contact (" + kind + ")"; // the address itself never reaches a log
  }
}
