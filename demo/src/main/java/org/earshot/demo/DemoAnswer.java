package org.earshot.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An answer to a need, in all five languages, or to one voice, in English and its own language.
///
/// @param needKey the need it answers; null when it answers a single voice
/// @param voiceId the voice it answers; null when it answers a need
public record DemoAnswer(
    String key,
    @Nullable String needKey,
    @Nullable Long voiceId,
    DemoOutcome outcome,
    Texts text,
    String authorLogin,
    Instant sentAt) {

  public DemoAnswer {
    if ((needKey == null) == (voiceId == null)) {
      throw new IllegalArgumentException(
          "Answer %s needs either a need or a voice, not %s and %s."
              .formatted(key, needKey, voiceId));
    }
  }
}
