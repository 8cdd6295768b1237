package org.earshot.demo;

import java.time.LocalDate;

/// What an answer comes down to.
public sealed interface DemoOutcome {

  record Done() implements DemoOutcome {}

  /// It will be done.
  ///
  /// @param by the day that was promised
  record Planned(LocalDate by) implements DemoOutcome {}

  record Considered() implements DemoOutcome {}

  record No(Texts reason) implements DemoOutcome {}

  record NotOurs(Texts whoCanHelp) implements DemoOutcome {}
}
