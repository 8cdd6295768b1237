package org.earshot.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of a voice until the last day, in order of time.
public record Course(List<DemoAct> acts) {

  public Course {
    acts = List.copyOf(acts);
  }

  /// When the person was first answered; empty while they wait.
  public Optional<Instant> findAnsweredAt() {
    return acts.stream().filter(DemoAct.Answered.class::isInstance).map(DemoAct::at).findFirst();
  }

  /// Whether the person still waits when the last day ends: never answered, or reopened since.
  public boolean owed() {
    boolean owed = true;
    for (var act : acts) {
      owed = (owed || act instanceof DemoAct.Reopened) && !(act instanceof DemoAct.Answered);
    }
    return owed;
  }
}
