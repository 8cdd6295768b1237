package org.earshot.cli.opinion;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import org.earshot.cli.report.Numbers;
import org.earshot.opinion.Confidence;
import org.earshot.opinion.Landscape;

/// What a report says of how far the result can be trusted.
final class OpinionSureness {

  private static final double SURE = 0.9;
  private static final double LIKELY = 0.75;
  private static final RawString NOTHING = new RawString("");

  private final Landscape landscape;
  private final int groups;

  OpinionSureness(Landscape landscape) {
    this.landscape = landscape;
    this.groups = landscape.groups().count();
  }

  OpinionPage.Sureness page() {
    return landscape
        .confidence()
        .filter(found -> found.mostGroups() > 1)
        .map(this::page)
        .orElse(new OpinionPage.Sureness(false, List.of(), NOTHING, List.of(), NOTHING, List.of()));
  }

  private OpinionPage.Sureness page(Confidence found) {
    var strengths = new ArrayList<OpinionPage.StrengthRow>();
    for (int k = 2; k <= found.mostGroups(); k++) {
      strengths.add(
          new OpinionPage.StrengthRow(k, found.strength(k), found.shareFinding(k), k == groups));
    }
    var stability = new ArrayList<OpinionPage.StabilityRow>();
    for (int g = 0; g < groups && groups > 1 && found.resamples() > 0; g++) {
      stability.add(row(found, g));
    }
    return new OpinionPage.Sureness(
        true,
        sentences(found),
        OpinionPictures.strengths(strengths),
        strengths,
        stability.isEmpty() ? NOTHING : OpinionPictures.stability(stability),
        stability);
  }

  private List<String> sentences(Confidence found) {
    var alone =
        "Of the pairs of random halves, %s alone would give the same number of groups."
            .formatted(Numbers.percent(found.shareFinding(groups)));
    var resamples =
        found.resamples() == 0
            ? "People were not drawn anew, so nothing is said of single groups and people."
            : "People were drawn anew %s times; intervals hold 95 in 100 of these draws."
                .formatted(Numbers.whole(found.resamples()));
    return List.of(alone, resamples);
  }

  private OpinionPage.StabilityRow row(Confidence found, int group) {
    double sure = 0;
    double likely = 0;
    double all = 0;
    for (int i = 0; i < landscape.votes().people().size(); i++) {
      if (landscape.groups().of(i) == group) {
        double membership = found.ofPerson(i);
        all++;
        sure += membership >= SURE ? 1 : 0;
        likely += membership >= LIKELY && membership < SURE ? 1 : 0;
      }
    }
    double divisor = Math.max(1, all);
    return new OpinionPage.StabilityRow(
        OpinionPictures.letter(group),
        found.ofGroup(group),
        sure / divisor,
        likely / divisor,
        (all - sure - likely) / divisor);
  }
}
