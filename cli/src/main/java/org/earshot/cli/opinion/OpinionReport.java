package org.earshot.cli.opinion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.earshot.cli.report.Numbers;
import org.earshot.opinion.Landscape;
import org.earshot.opinion.Representative;
import org.earshot.opinion.Vote;

/// Puts a landscape into words and pictures.
final class OpinionReport {

  private final Landscape landscape;
  private final Map<String, String> texts;
  private final OpinionWords words;
  private final StatementChoice choice;
  private final int groups;

  /// @param texts of statements, by id
  OpinionReport(Landscape landscape, Map<String, String> texts, OpinionWords words) {
    this.landscape = landscape;
    this.texts = texts;
    this.words = words;
    this.choice = new StatementChoice(landscape);
    this.groups = landscape.groups().count();
  }

  OpinionPage page() {
    var common = choice.common();
    var rejected = choice.rejected();
    var dividing = choice.dividing();
    var shared = new HashSet<>(common);
    shared.addAll(rejected);
    return new OpinionPage(
        words.title(),
        words.lead(common.size()),
        groups > 1,
        words.facts(),
        words.doubt(),
        words.caveats(),
        OpinionPictures.people(landscape),
        words.peopleCaption(),
        IntStream.range(0, groups).mapToObj(this::group).toList(),
        common.stream().map(this::panel).toList(),
        rejected.stream().map(this::panel).toList(),
        dividing.stream().map(this::panel).toList(),
        OpinionPictures.statements(landscape, choice, shared, new HashSet<>(dividing)),
        IntStream.range(0, landscape.votes().statements().size()).mapToObj(this::row).toList(),
        new OpinionSureness(landscape).page(),
        words.method());
  }

  private OpinionPage.GroupPanel group(int g) {
    long size = landscape.groups().size(g);
    long all = IntStream.range(0, groups).mapToLong(landscape.groups()::size).sum();
    return new OpinionPage.GroupPanel(
        OpinionPictures.letter(g),
        OpinionPictures.STYLES.get(g),
        size,
        (double) size / Math.max(1, all),
        landscape.groupCenter(g, 0),
        landscape.groupCenter(g, 1),
        words.trust(g),
        landscape.representative(g).stream().map(one -> voice(g, one)).toList());
  }

  private OpinionPage.Voice voice(int group, Representative one) {
    double others = 0;
    double othersSeen = 0;
    for (int g = 0; g < groups; g++) {
      others += g == group ? 0 : landscape.count(g, one.statement(), one.direction());
      othersSeen += g == group ? 0 : choice.votes(g, one.statement());
    }
    return new OpinionPage.Voice(
        text(one.statement()),
        id(one.statement()),
        one.direction() == Vote.AGREE ? "agree" : "disagree",
        one.count() / Math.max(1, one.seen()),
        othersSeen == 0 ? 0 : others / othersSeen,
        one.seen());
  }

  private OpinionPage.StatementPanel panel(int statement) {
    var shares = new ArrayList<OpinionPage.Share>();
    for (int g = 0; g < groups; g++) {
      shares.add(share(g, statement));
    }
    return new OpinionPage.StatementPanel(
        text(statement),
        id(statement),
        OpinionPictures.votes(shares),
        words.consensus(statement),
        shares);
  }

  private OpinionPage.Share share(int group, int statement) {
    double votes = choice.votes(group, statement);
    double divisor = Math.max(1, votes);
    return new OpinionPage.Share(
        groups == 1 ? "All" : OpinionPictures.letter(group),
        landscape.count(group, statement, Vote.AGREE) / divisor,
        landscape.count(group, statement, Vote.PASS) / divisor,
        landscape.count(group, statement, Vote.DISAGREE) / divisor,
        votes);
  }

  private OpinionPage.StatementRow row(int statement) {
    double agree = landscape.count(statement, Vote.AGREE);
    double pass = landscape.count(statement, Vote.PASS);
    double disagree = landscape.count(statement, Vote.DISAGREE);
    double votes = agree + pass + disagree;
    double divisor = votes == 0 ? 1 : votes;
    return new OpinionPage.StatementRow(
        text(statement),
        id(statement),
        choice.isOut(statement),
        votes,
        agree / divisor,
        pass / divisor,
        disagree / divisor,
        choice.isOut(statement) ? "" : words.consensus(statement),
        landscape.map().statementPosition(0, statement),
        landscape.map().statementPosition(1, statement));
  }

  private String id(int statement) {
    return landscape.votes().statements().get(statement);
  }

  private String text(int statement) {
    var text = texts.getOrDefault(id(statement), "");
    return text.isEmpty() ? "Statement " + id(statement) : text;
  }

  /// A number of things: "1 group", "2 groups".
  static String count(long number, String one, String many) {
    return Numbers.whole(number) + " " + (number == 1 ? one : many);
  }

  static List<String> nonEmpty(List<String> sentences) {
    return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
  }
}
