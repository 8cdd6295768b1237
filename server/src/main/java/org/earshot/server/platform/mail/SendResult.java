package org.earshot.server.platform.mail;

/// What became of one try to send a message.
sealed interface SendResult {

  /// The next server took it.
  record Sent() implements SendResult {}

  /// It can never be sent: there is no such address, say.
  record Refused(String why) implements SendResult {}

  /// There is no way for it yet: it waits, and no try is counted.
  record Unready(String why) implements SendResult {}

  /// It may work later.
  record Later(String why) implements SendResult {}
}
