package org.earshot.server.answer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a caseworker does with a case. Each of them shows that the voice was read, so the
/// first one acknowledges it; looking at the page alone does not (a GET changes nothing).
sealed interface CaseCommand {

  /// "I have read it."
  record Acknowledge() implements CaseCommand {}

  /// Takes it on, or gives it to a colleague of the same service.
  record Assign(UUID to) implements CaseCommand {}

  record Transfer(UUID service) implements CaseCommand {}

  /// Another date, with a reason that the person is told.
  record MovePromise(LocalDate to, String reason) implements CaseCommand {}

  record AddNote(String words) implements CaseCommand {}

  record WaitFor(String whom, @Nullable LocalDate remindOn) implements CaseCommand {}

  record StopWaiting() implements CaseCommand {}

  record Restrict(boolean restricted) implements CaseCommand {}

  /// Words that may stand in public without a name; blank takes them back.
  record ClearWords(String words) implements CaseCommand {}

  /// Looked at it: it is a voice like others and is owed an answer.
  record TakeUp() implements CaseCommand {}

  /// Keeps it, but owes it nothing: an advertisement, a test. Never deletes anything.
  record SetAside(String reason) implements CaseCommand {}

  /// Belongs to this need from now on, by its public number.
  record JoinNeed(long need) implements CaseCommand {}

  record LeaveNeed() implements CaseCommand {}
}
