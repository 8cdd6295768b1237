package org.earshot.server.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that is to leave the house.
///
/// @param channel "email" or "sms"
/// @param to the address or number
/// @param subject of an e-mail; empty for SMS. Never tells what a voice says
/// @param purpose why it is sent: "confirm", "once", "code", "answer" and the like
/// @param subjectId the delivery or the voice that it is about
/// @param voiceId whose message it is: erasing that voice removes it
/// @param replyToken threads a reply, opens nothing else
public record OutgoingMessage(
    String channel,
    String to,
    String subject,
    String body,
    String purpose,
    @Nullable UUID subjectId,
    @Nullable UUID voiceId,
    @Nullable String replyToken) {}
