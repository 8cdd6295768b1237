package org.earshot.server.listen;

/// Somebody to whom messages may be sent: their confirmed contact, and the code of their voice.
public record Addressee(OpenContact contact, ReceiptCode code) {}
