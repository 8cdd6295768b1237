package org.earshot.server.listen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to one voice, as its person is told: filled by this feature and by every
/// [VoiceStory].
public final class Story {

  /// Something that happened.
  ///
  /// @param text one plain sentence
  /// @param entry the entry of the public record that stands for it, if one does
  public record Happened(Instant at, String text, @Nullable Long entry) {}

  /// Something that is to come.
  public record Next(LocalDate by, String text) {}

  private final List<Happened> happened = new ArrayList<>();
  private final List<Next> next = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();

  public void happened(Instant at, String text, @Nullable Long entry) {
    happened.add(new Happened(at, text, entry));
  }

  public void next(LocalDate by, String text) {
    next.add(new Next(by, text));
  }

  public void letter(Letter letter) {
    letters.add(letter);
  }

  /// What happened, oldest first; in the order of telling where the moment is the same.
  public List<Happened> allHappened() {
    return happened.stream().sorted(Comparator.comparing(Happened::at)).toList();
  }

  /// What is to come, soonest first.
  public List<Next> allNext() {
    return next.stream().sorted(Comparator.comparing(Next::by)).toList();
  }

  /// The answers, newest first.
  public List<Letter> letters() {
    return letters.stream().sorted(Comparator.comparing(Letter::at).reversed()).toList();
  }
}
