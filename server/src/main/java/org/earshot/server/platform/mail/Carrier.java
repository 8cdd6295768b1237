package org.earshot.server.platform.mail;

/// A way for messages to leave the house.
interface Carrier {

  SendResult carry(StoredMessage message);
}
