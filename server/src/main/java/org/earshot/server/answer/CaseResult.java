package org.earshot.server.answer;

/// What came of a [CaseCommand].
sealed interface CaseResult {

  record Done(CaseFile file) implements CaseResult {}

  /// There is no such case, or it is not theirs to know.
  record NotFound() implements CaseResult {}

  /// The form needs to be filled in differently.
  ///
  /// @param field the input's id
  /// @param problem a message key
  record Wrong(String field, String problem) implements CaseResult {}
}
