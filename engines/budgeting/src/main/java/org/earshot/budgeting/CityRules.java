package org.earshot.budgeting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The rules that cities use most, on the scores that the city itself published: most first, ties
/// to the cheaper, then by id.
final class CityRules {

  private final Election election;

  private int favoured = -1;
  private long more;

  CityRules(Election election) {
    this.election = election;
  }

  /// As if one project's published score were so much higher.
  CityRules withMore(int project, long score) {
    favoured = project;
    more = score;
    return this;
  }

  List<Integer> run(Rule.Method method) {
    var threshold =
        method == Rule.Method.CITY_THRESHOLD
            ? number(election.meta().getOrDefault("min_project_score_threshold", "0"))
            : BigDecimal.ZERO;
    var projects = election.projects();
    var scores = new ArrayList<>(projects.stream().map(CityRules::score).toList());
    if (favoured >= 0) {
      scores.set(favoured, scores.get(favoured).add(BigDecimal.valueOf(more)));
    }
    var order =
        Comparator.comparing((Integer p) -> scores.get(p))
            .reversed()
            .thenComparingLong(p -> projects.get(p).cost())
            .thenComparing(p -> projects.get(p).id());
    long left = election.budget();
    var taken = new ArrayList<Integer>();
    for (int p : IntStream.range(0, projects.size()).boxed().sorted(order).toList()) {
      long cost = projects.get(p).cost();
      if (scores.get(p).compareTo(threshold) < 0) {
        continue;
      }
      if (cost <= left) {
        taken.add(p);
        left -= cost;
      } else if (method == Rule.Method.CITY_NO_SKIP) {
        break;
      }
    }
    return taken;
  }

  private static BigDecimal score(Project project) {
    var columns = project.columns();
    return number(columns.getOrDefault("score", columns.getOrDefault("votes", "0")));
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }
}
