package org.earshot.server.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page on which an answer is written shows.
///
/// @param heading whom it is for
/// @param back the case or the need
/// @param fourEyes whether the service wants a second look before sending
/// @param mayApprove whether this member of staff may give that second look
/// @param languages those of the recipients first, most people first
/// @param missing the languages in which there are no words yet, with how many people read them
/// @param newcomers how many joined the need after it was sent
record AnswerPage(
    AnswerFile file,
    String heading,
    String back,
    List<String> voices,
    String author,
    boolean fourEyes,
    boolean mayApprove,
    String people,
    long count,
    List<Writing> languages,
    List<String> missing,
    List<VoiceListResource.Choice> outcomes,
    @Nullable LocalDate planned,
    List<Template> templates,
    @Nullable Preview preview,
    long newcomers,
    LocalDate today) {

  AnswerPage {
    voices = List.copyOf(voices);
    languages = List.copyOf(languages);
    missing = List.copyOf(missing);
    outcomes = List.copyOf(outcomes);
    templates = List.copyOf(templates);
  }

  /// One language to write in.
  ///
  /// @param people how many read it, as a sentence
  /// @param needed whether somebody reads it
  record Writing(
      String code,
      String name,
      String direction,
      String words,
      String people,
      boolean needed,
      @Nullable Judgement judgement) {

    public String field() {
      return "words-" + code;
    }
  }

  /// What the plain-language check says.
  record Judgement(String sentence, boolean hard, List<String> longSentences, String officialese) {}

  /// How it reads on each channel, in the first language that has words.
  record Preview(
      String language,
      String direction,
      String outcome,
      String words,
      String from,
      String subject,
      String email,
      String sms,
      String smsLength) {}

  /// A text to begin with.
  record Template(UUID id, String name, String language, String words) {}

  public String address() {
    return "/staff/answers/" + file.id();
  }
}
