package org.earshot.server.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.jspecify.annotations.Nullable;

/// A need as everybody may see it.
///
/// @param people how many stood behind it when the day began; null when fewer than may be told
/// @param answer the newest answer; null while there is none
record PublicNeed(
    UUID id,
    long number,
    Names titles,
    Names summaries,
    UUID service,
    @Nullable UUID area,
    Instant openedAt,
    @Nullable Long people,
    @Nullable GivenAnswer answer) {

  /// An answer that was given to everybody behind the need.
  ///
  /// @param outcome "done", "planned", "considered", "no" or "not_ours"
  record GivenAnswer(
      UUID id, String outcome, @Nullable LocalDate plannedFor, String from, Instant at) {}

  /// A need with all that is public about it.
  ///
  /// @param quotes words of people who allowed it, cleared by staff
  /// @param feltHeard how many of a hundred felt heard; null when too few said
  record Whole(
      PublicNeed need, List<AnswerWords> answers, List<Quote> quotes, @Nullable Integer feltHeard) {

    Whole {
      answers = List.copyOf(answers);
      quotes = List.copyOf(quotes);
    }
  }

  record AnswerWords(GivenAnswer answer, String words, String language) {}

  record Quote(String words, String language) {}
}
