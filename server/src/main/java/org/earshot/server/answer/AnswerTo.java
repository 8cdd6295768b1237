package org.earshot.server.answer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom an answer is for: one person, or everybody who stands behind a need.
public sealed interface AnswerTo {

  record Voice(UUID id) implements AnswerTo {}

  record Need(UUID id) implements AnswerTo {}

  default @Nullable UUID voiceId() {
    return this instanceof Voice(var id) ? id : null;
  }

  default @Nullable UUID needId() {
    return this instanceof Need(var id) ? id : null;
  }
}
