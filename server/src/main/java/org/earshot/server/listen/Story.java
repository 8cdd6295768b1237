package org.earshot.server.listen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a voice, collected from every feature: lines of what happened, what comes next,
/// and the answers as letters.
public final class Story {

  /// Something that happened.
  ///
  /// @param entry its number in the public record, when it has one that is shown
  public record Line(Instant at, String text, @Nullable Long entry) {}

  /// Something that is promised.
  public record Next(LocalDate by, String text) {}

  /// An answer as the person reads it.
  ///
  /// @param answer its id, for the felt-heard check
  /// @param from who signs it: a chosen name and a service
  /// @param outcomeText what it says in one sentence
  /// @param language of the words, two letters
  /// @param direction `rtl` or `ltr`
  /// @param note a remark above the words, such as that there are none in the person's language
  /// @param mayCheck whether the person is asked if they felt heard
  /// @param felt what they said about it, if they did
  public record Letter(
      UUID answer,
      Instant at,
      String from,
      String outcomeText,
      String words,
      String language,
      String direction,
      @Nullable String note,
      boolean mayCheck,
      @Nullable Felt felt) {}

  /// What a person said about an answer.
  ///
  /// @param score 1 (not at all) to 5 (fully)
  public record Felt(@Nullable Integer score, @Nullable Boolean solved, @Nullable String words) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<Next> nexts = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();

  public void happened(Instant at, String text, @Nullable Long entry) {
    lines.add(new Line(at, text, entry));
  }

  public void next(LocalDate by, String text) {
    nexts.add(new Next(by, text));
  }

  public void letter(Letter letter) {
    letters.add(letter);
  }

  /// What happened, oldest first.
  public List<Line> lines() {
    return lines.stream().sorted(Comparator.comparing(Line::at)).toList();
  }

  public List<Next> nexts() {
    return nexts.stream().sorted(Comparator.comparing(Next::by)).toList();
  }

  /// The answers, newest first.
  public List<Letter> letters() {
    return letters.stream().sorted(Comparator.comparing(Letter::at).reversed()).toList();
  }
}
