package org.earshot.budgeting.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanation;
import org.earshot.budgeting.Explanations;
import org.earshot.budgeting.PbFormatException;
import org.earshot.budgeting.PbReader;
import org.earshot.budgeting.Rule;

/// A town small enough to count by hand.
///
/// @param election its budget, projects and ballots
record Town(Election election) {

  /// Reads a town that stands as projects ("park 60") and ballots ("3 x park,pool"), a line each.
  static Town of(int budget, String projects, String ballots) {
    var file = new StringBuilder("META\nkey;value\nbudget;%d\n".formatted(budget));
    file.append("vote_type;approval\nPROJECTS\nproject_id;cost\n");
    projects.strip().lines().forEach(line -> file.append(line.replace(' ', ';')).append('\n'));
    file.append("VOTES\nvoter_id;vote\n");
    int voter = 0;
    for (var line : ballots.strip().lines().toList()) {
      int times = Integer.parseInt(line.substring(0, line.indexOf(' ')));
      for (int i = 0; i < times; i++) {
        var ballot = line.substring(line.indexOf('x') + 1).strip();
        file.append(++voter).append(';').append(ballot).append('\n');
      }
    }
    try {
      return new Town(PbReader.read(new ByteArrayInputStream(file.toString().getBytes(UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PbFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// What a rule funds, in the order of ids.
  List<String> funds(String rule) {
    return Budgeting.decide(election, Rule.find(rule).orElseThrow()).sortedIds();
  }

  /// Why a project is funded under a rule, or not.
  Explanation why(String rule, String project) {
    return Explanations.explain(election, Rule.find(rule).orElseThrow()).explanations().stream()
        .filter(one -> one.project().id().equals(project))
        .findFirst()
        .orElseThrow();
  }
}
