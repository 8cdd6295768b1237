package org.earshot.server.answer;

import java.util.UUID;

/// What came of something that staff did with an answer.
sealed interface AnswerResult {

  record Saved(UUID answer) implements AnswerResult {}

  /// It is on its way to so many people.
  record Sent(UUID answer, int people) implements AnswerResult {}

  record NotFound() implements AnswerResult {}

  /// It was sent a moment ago, perhaps by a second click.
  record AlreadySent(UUID answer) implements AnswerResult {}

  /// Something is missing.
  ///
  /// @param field the input's id
  /// @param problem a message key
  record Wrong(String field, String problem) implements AnswerResult {}
}
