package org.earshot.demo;

import java.util.List;

/// A need with the episode it was made of, whose it is, and how it was answered.
///
/// @param sent what was sent, in order of time
record NeedStory(
    Episode episode, Texts place, DemoNeed need, Desk.Caseworker caseworker, List<Sent> sent) {

  NeedStory {
    sent = List.copyOf(sent);
  }

  /// An answer, and whether it was written as one would speak to a neighbour.
  record Sent(DemoAnswer answer, boolean warm) {}
}
