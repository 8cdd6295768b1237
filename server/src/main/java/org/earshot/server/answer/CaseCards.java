package org.earshot.server.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.earshot.server.places.Names;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Messages;
import org.earshot.server.platform.i18n.Reader;

/// Writes cases as cards in the reader's language.
final class CaseCards {

  private static final int LONGEST_EXCERPT = 160;

  private final Places places;
  private final Reader reader;
  private final LocalDate today;
  private final boolean namesNeeds;

  CaseCards(Places places, Reader reader, LocalDate today) {
    this(places, reader, today, true);
  }

  /// Cards for a page that is about one need and need not say so on each of them.
  ///
  /// @param namesNeeds whether each card names the need that it belongs to
  CaseCards(Places places, Reader reader, LocalDate today, boolean namesNeeds) {
    this.places = places;
    this.reader = reader;
    this.today = today;
    this.namesNeeds = namesNeeds;
  }

  CaseCard of(CaseLine line) {
    return new CaseCard(
        "/staff/voices/" + line.number(),
        line.excerpt().isEmpty() ? reader.text("answer.case.erased") : excerpt(line.excerpt()),
        !line.excerpt().isEmpty(),
        tags(line),
        facts(line),
        line.number());
  }

  List<CaseCard> of(List<CaseLine> lines) {
    return lines.stream().map(this::of).toList();
  }

  /// One card for each need and each voice without one, in the order of the lines.
  List<CaseCard> gathered(List<CaseLine> lines, int limit) {
    Map<Object, List<CaseLine>> groups = new LinkedHashMap<>();
    for (var line : lines) {
      Object key = line.need() == null ? line.voice() : line.need();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    }
    return groups.values().stream()
        .limit(limit)
        .map(group -> group.size() == 1 ? of(group.getFirst()) : ofNeed(group))
        .toList();
  }

  private CaseCard ofNeed(List<CaseLine> group) {
    var first = group.getFirst();
    var tags = new ArrayList<CaseCard.Tag>();
    addDue(tags, first);
    return new CaseCard(
        "/staff/needs/" + first.need(),
        reader.text("answer.today.together", group.size(), needTitle(first)),
        false,
        tags,
        List.of(reader.text("answer.need")),
        0);
  }

  private String needTitle(CaseLine line) {
    var titles = line.needTitles();
    return titles == null ? "" : Names.ofJson(titles).in(reader.language());
  }

  private static String excerpt(String words) {
    var flat = words.strip().replaceAll("\\s+", " ");
    if (flat.codePointCount(0, flat.length()) <= LONGEST_EXCERPT) {
      return flat;
    }
    return flat.substring(0, flat.offsetByCodePoints(0, LONGEST_EXCERPT)).strip() + " …";
  }

  private List<CaseCard.Tag> tags(CaseLine line) {
    var tags = new ArrayList<CaseCard.Tag>();
    if (line.urgent() && line.owed()) {
      tags.add(new CaseCard.Tag("late", reader.text("answer.tag.urgent")));
    }
    addDue(tags, line);
    if (line.reopened() && line.owed()) {
      tags.add(new CaseCard.Tag("owed", reader.text("answer.tag.reopened")));
    }
    if (line.doubtful()) {
      tags.add(new CaseCard.Tag("owed", reader.text("answer.tag.doubtful")));
    }
    if (line.restricted()) {
      tags.add(new CaseCard.Tag("late", reader.text("answer.tag.restricted")));
    }
    if (!line.language().equals(reader.language().code())) {
      tags.add(new CaseCard.Tag("", languageName(reader, line.language())));
    }
    return tags;
  }

  private void addDue(List<CaseCard.Tag> tags, CaseLine line) {
    if (!line.owed()) {
      tags.add(
          line.state().equals("answered")
              ? new CaseCard.Tag("done", reader.text("answer.state.answered"))
              : new CaseCard.Tag("", reader.text("answer.state.nothing")));
      return;
    }
    long days = ChronoUnit.DAYS.between(line.promisedOn(), today);
    if (days > 0) {
      tags.add(new CaseCard.Tag("late", reader.text("answer.tag.late", days)));
    } else {
      var due =
          days == 0
              ? reader.text("answer.tag.today")
              : reader.text("answer.tag.due", reader.date(line.promisedOn()));
      tags.add(new CaseCard.Tag("owed", due));
    }
  }

  private List<String> facts(CaseLine line) {
    var facts = new ArrayList<String>();
    facts.add(channelName(reader, line.channel()));
    var area = line.area();
    if (area != null) {
      places.findArea(area).ifPresent(found -> facts.add(found.name()));
    }
    if (namesNeeds && line.need() != null) {
      facts.add(needTitle(line));
    }
    var since = line.waitingSince();
    if (line.waitingFor() != null && since != null) {
      long days = ChronoUnit.DAYS.between(since.atZone(reader.zone()).toLocalDate(), today);
      facts.add(reader.text("answer.waiting", line.waitingFor(), days));
    }
    return facts;
  }

  /// A language's name, or its code when nobody knows it.
  static String languageName(Reader reader, String code) {
    if (code.equals("und")) {
      return reader.text("answer.language.unknown");
    }
    return Locale.of(code).getDisplayLanguage(reader.language().locale());
  }

  /// A channel's name.
  static String channelName(Reader reader, String channel) {
    var key = "answer.channel." + channel;
    return Messages.has(key) ? reader.text(key) : channel;
  }
}
