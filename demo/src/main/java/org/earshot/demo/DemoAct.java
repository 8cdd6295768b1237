package org.earshot.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a voice after it was said.
public sealed interface DemoAct {

  Instant at();

  /// A member of staff read it.
  record Acknowledged(Instant at, String by) implements DemoAct {}

  /// It became somebody's to answer.
  record Assigned(Instant at, String by, String to) implements DemoAct {}

  /// It was put together with others.
  record Linked(Instant at, String by, String needKey) implements DemoAct {}

  /// The person was answered.
  ///
  /// @param answerKey one of [Community#answers()], or the key of `own`
  /// @param own the answer written for this voice alone; null when it answers the need
  record Answered(Instant at, String by, String answerKey, @Nullable DemoAnswer own)
      implements DemoAct {}

  /// The person said how the answer was.
  ///
  /// @param score from 1, not heard at all, to 5, fully heard
  /// @param solved whether the matter itself is solved
  record FeltHeard(Instant at, int score, boolean solved, @Nullable String words)
      implements DemoAct {}

  /// The person said that it is not solved, and is owed an answer again.
  record Reopened(Instant at, String words) implements DemoAct {}
}
