package org.earshot.server.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.identity.Colleagues;
import org.jspecify.annotations.Nullable;

/// What the page of one case shows.
///
/// @param state what is owed, as one sentence
/// @param soonest the first day to which a promise may be moved
record CasePage(
    CaseFile file,
    String channel,
    String language,
    String area,
    String service,
    String state,
    CaseCard.@Nullable Tag due,
    String assignedTo,
    boolean mine,
    @Nullable NeedLink need,
    List<CaseFiles.Addition> additions,
    List<NoteLine> notes,
    List<AnswerLine> answers,
    @Nullable UUID draft,
    List<HistoryLine> history,
    List<CaseCard> similar,
    List<Colleagues.Colleague> colleagues,
    List<VoiceListResource.Choice> services,
    LocalDate soonest) {

  CasePage {
    additions = List.copyOf(additions);
    notes = List.copyOf(notes);
    answers = List.copyOf(answers);
    history = List.copyOf(history);
    similar = List.copyOf(similar);
    colleagues = List.copyOf(colleagues);
    services = List.copyOf(services);
  }

  record NeedLink(long number, String title, long people) {}

  record NoteLine(String by, String at, String words) {}

  /// An answer that the person got, and what they said about it.
  record AnswerLine(
      UUID id, String at, String outcome, String words, String delivery, String felt) {}

  record HistoryLine(String at, String text) {}

  /// The path of everything that can be done with it.
  public String address() {
    return "/staff/voices/" + file.number();
  }

  public String contactKey() {
    return "answer.contact." + file.contactKind();
  }
}
