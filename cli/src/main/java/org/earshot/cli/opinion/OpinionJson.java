package org.earshot.cli.opinion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.earshot.opinion.Confidence;
import org.earshot.opinion.Landscape;
import org.earshot.opinion.Representative;
import org.earshot.opinion.Shared;
import org.earshot.opinion.ShownStatements;
import org.earshot.opinion.Vote;
import org.jspecify.annotations.Nullable;

/// The result of `earshot opinion`; the contract is in docs/cli.md. What was not computed is null.
record OpinionJson(
    int participants,
    int statements,
    int votes,
    int cells,
    List<Double> center,
    List<List<Double>> components,
    List<Double> variance,
    List<String> statementIds,
    List<PersonJson> people,
    List<GroupJson> groups,
    int k,
    Map<Integer, Double> silhouette,
    ConsensusJson consensus,
    List<StatementJson> statementResults,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ConfidenceJson confidence,
    ShownJson shown) {

  record PersonJson(
      String id,
      double x,
      double y,
      @Nullable Integer group,
      boolean inConversation,
      @Nullable Double confidence) {}

  record GroupJson(
      int id,
      int size,
      List<Double> center,
      @Nullable Double stability,
      List<RepresentativeJson> representative) {}

  record RepresentativeJson(
      String statement,
      String direction,
      Number count,
      Number seen,
      double repness,
      double repnessTest,
      double pSuccess,
      double pTest) {}

  record SharedJson(String statement, Number count, Number seen, double pSuccess, double pTest) {}

  record ConsensusJson(List<SharedJson> agree, List<SharedJson> disagree) {}

  record StatementJson(
      String id,
      Number agree,
      Number disagree,
      Number pass,
      double groupAwareConsensus,
      @Nullable List<Double> interval,
      double extremity,
      double priority) {}

  /// @param strengths how alike two random halves of the people divide everybody, by the number of
  ///   groups; from 0.8 on a division counts
  /// @param share of the pairs of halves that alone would give the k of the result
  record ConfidenceJson(int resamples, Map<Integer, Double> strengths, double share) {}

  /// @param corrected whether a log of who was shown what was given
  /// @param logged how many votes it covers
  /// @param trimmed how many of them got the largest weight
  record ShownJson(boolean corrected, int logged, int trimmed) {}

  static OpinionJson of(Landscape landscape) {
    var votes = landscape.votes();
    var map = landscape.map();
    int statements = votes.statements().size();
    var confidence = landscape.confidence();
    var resampled = confidence.filter(found -> found.resamples() > 0).orElse(null);
    return new OpinionJson(
        votes.people().size(),
        statements,
        votes.received(),
        votes.size(),
        each(statements, map::center),
        List.of(
            each(statements, j -> map.component(0, j)), each(statements, j -> map.component(1, j))),
        List.of(map.variance(0), map.variance(1)),
        votes.statements(),
        each(votes.people().size(), i -> person(landscape, i, resampled)),
        each(landscape.groups().count(), g -> group(landscape, g, resampled)),
        landscape.groups().count(),
        landscape.groups().silhouettes(),
        new ConsensusJson(
            shared(landscape, landscape.agreed()), shared(landscape, landscape.rejected())),
        each(statements, j -> statement(landscape, j, resampled)),
        confidence.map(found -> confidence(landscape, found)).orElse(null),
        landscape.correction().map(OpinionJson::shown).orElse(new ShownJson(false, 0, 0)));
  }

  private static <T> List<T> each(int count, IntFunction<T> of) {
    return IntStream.range(0, count).mapToObj(of).toList();
  }

  private static PersonJson person(Landscape landscape, int i, @Nullable Confidence resampled) {
    boolean in = landscape.groups().inConversation(i);
    return new PersonJson(
        landscape.votes().people().get(i),
        landscape.map().position(0, i),
        landscape.map().position(1, i),
        in ? landscape.groups().of(i) : null,
        in,
        in && resampled != null ? resampled.ofPerson(i) : null);
  }

  private static GroupJson group(Landscape landscape, int g, @Nullable Confidence resampled) {
    var groups = landscape.groups();
    var representative = new ArrayList<RepresentativeJson>();
    for (var one : landscape.representative(g)) {
      representative.add(representative(landscape, one));
    }
    return new GroupJson(
        g,
        groups.size(g),
        List.of(landscape.groupCenter(g, 0), landscape.groupCenter(g, 1)),
        resampled == null ? null : resampled.ofGroup(g),
        representative);
  }

  private static RepresentativeJson representative(Landscape landscape, Representative one) {
    return new RepresentativeJson(
        landscape.votes().statements().get(one.statement()),
        word(one.direction()),
        count(one.count()),
        count(one.seen()),
        one.repness(),
        one.repnessTest(),
        one.success(),
        one.successTest());
  }

  private static List<SharedJson> shared(Landscape landscape, List<Shared> shared) {
    return shared.stream()
        .map(
            one ->
                new SharedJson(
                    landscape.votes().statements().get(one.statement()),
                    count(one.count()),
                    count(one.seen()),
                    one.success(),
                    one.successTest()))
        .toList();
  }

  private static StatementJson statement(
      Landscape landscape, int j, @Nullable Confidence resampled) {
    return new StatementJson(
        landscape.votes().statements().get(j),
        count(landscape.count(j, Vote.AGREE)),
        count(landscape.count(j, Vote.DISAGREE)),
        count(landscape.count(j, Vote.PASS)),
        landscape.groupAwareConsensus(j),
        resampled == null ? null : List.of(resampled.consensusLow(j), resampled.consensusHigh(j)),
        landscape.map().extremity(j),
        landscape.priority(j));
  }

  private static ConfidenceJson confidence(Landscape landscape, Confidence found) {
    var strengths = new TreeMap<Integer, Double>();
    for (int k = 2; k <= found.mostGroups(); k++) {
      strengths.put(k, found.strength(k));
    }
    return new ConfidenceJson(
        found.resamples(), strengths, found.shareFinding(landscape.groups().count()));
  }

  private static ShownJson shown(ShownStatements.Coverage coverage) {
    return new ShownJson(true, coverage.logged(), coverage.trimmed());
  }

  private static String word(Vote direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /// A count as a whole number where it is one; with weights it may not be.
  private static Number count(double count) {
    return count == Math.rint(count) ? (Number) (long) count : (Number) count;
  }
}
