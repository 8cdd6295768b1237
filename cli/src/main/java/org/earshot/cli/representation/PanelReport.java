package org.earshot.cli.representation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.earshot.cli.report.Numbers;
import org.earshot.representation.sortition.Lottery;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.Quota;
import org.earshot.representation.sortition.Reason;
import org.jspecify.annotations.Nullable;

/// Puts a lottery into words and pictures.
final class PanelReport {

  private static final double BINDS = 1e-6;
  private static final int MOST_PEOPLE = 5000;
  private static final int MOST_GROUPS = 60;
  private static final int MOST_BINDING = 6;

  private final SeatedPool seated;
  private final Pool pool;
  private final Lottery lottery;
  private final PanelJson json;
  private final List<Reason> reasons;
  private final List<Reason> ascending;

  PanelReport(SeatedPool seated, Lottery lottery, PanelJson json) {
    this.seated = seated;
    this.pool = seated.open();
    this.lottery = lottery;
    this.json = json;
    this.reasons = Reason.of(lottery);
    this.ascending = reasons.stream().sorted(Comparator.comparingDouble(Reason::chance)).toList();
  }

  PanelPage page() {
    var quotas = quotas();
    var groups = groups();
    var binding =
        quotas.stream()
            .filter(row -> !row.finding().isEmpty())
            .sorted(Comparator.comparingDouble(PanelReport::strength).reversed())
            .toList();
    return new PanelPage(
        "A panel of %s, drawn by a fair lot".formatted(Numbers.whole(json.size())),
        lead(),
        facts(),
        PanelPictures.ladder(ascending, pool.seats()),
        groups,
        binding.stream()
            .limit(MOST_BINDING)
            .map(
                row ->
                    "%s: %s. %s volunteered, %s asked for, %s on the panel on average."
                        .formatted(
                            row.category(),
                            row.feature(),
                            Numbers.whole(row.volunteers()),
                            row.asked(),
                            Numbers.fixed(row.seats(), 1)))
            .toList(),
        Math.max(0, binding.size() - MOST_BINDING),
        PanelPictures.seats(pool, quotas),
        quotas,
        reasons.stream().limit(MOST_PEOPLE).map(this::person).toList(),
        Math.max(0, reasons.size() - MOST_PEOPLE),
        proof(),
        draw(),
        lottery.panels().size());
  }

  /// How far a quota moves its people's share of the panel from their share of the pool.
  private static double strength(PanelPage.QuotaRow row) {
    return Math.abs(Math.log((row.panelShare() + 1e-9) / (row.poolShare() + 1e-9)));
  }

  private String lead() {
    var text =
        "%s people volunteered for %s seats."
            .formatted(Numbers.whole(pool.people().size()), Numbers.whole(pool.seats()));
    if (!seated.seated().isEmpty()) {
      text += " %s sit on the panel already.".formatted(Numbers.whole(seated.seated().size()));
    }
    if (ascending.isEmpty()) {
      return text;
    }
    return text
        + " Every panel that can be drawn fills every quota. The least chance of anybody is %s; %s."
            .formatted(
                ascending.getFirst().odds(),
                switch (lottery.objective()) {
                  case LEXIMIN, MAXIMIN -> "no lottery that fills the quotas could make it larger";
                  case NASH -> "no lottery has a larger product of all chances";
                });
  }

  private List<PanelPage.Fact> facts() {
    var facts = new ArrayList<PanelPage.Fact>();
    if (ascending.isEmpty()) {
      return facts;
    }
    facts.add(new PanelPage.Fact("least chance", ascending.getFirst().odds()));
    facts.add(
        new PanelPage.Fact("chance in the middle", ascending.get(ascending.size() / 2).odds()));
    facts.add(new PanelPage.Fact("largest chance", ascending.getLast().odds()));
    facts.add(
        new PanelPage.Fact(
            "Gini index of chances; 0 is equal", Numbers.fixed(Math.abs(lottery.gini()), 3)));
    facts.add(
        new PanelPage.Fact("panels that may be drawn", Numbers.whole(lottery.panels().size())));
    return facts;
  }

  private List<PanelPage.Group> groups() {
    Map<List<Object>, List<Reason>> groups = new LinkedHashMap<>();
    for (var reason : ascending) {
      groups
          .computeIfAbsent(
              List.of(Math.rint(reason.chance() * 1e8), reason.words()), _ -> new ArrayList<>())
          .add(reason);
    }
    return groups.values().stream()
        .limit(MOST_GROUPS)
        .map(
            group ->
                new PanelPage.Group(
                    group.getFirst().odds(),
                    group.getFirst().chance(),
                    group.size(),
                    group.getFirst().words(),
                    pool.people().get(group.getFirst().person()).id()))
        .toList();
  }

  private PanelPage.PersonRow person(Reason reason) {
    return new PanelPage.PersonRow(
        pool.people().get(reason.person()).id(), reason.odds(), reason.chance(), reason.words());
  }

  private List<PanelPage.QuotaRow> quotas() {
    var categories = pool.categories();
    var rows = new ArrayList<PanelPage.QuotaRow>();
    for (var quota : pool.quotas()) {
      int category = categories.indexOf(quota.category());
      long volunteers = 0;
      double seats = 0;
      for (int i = 0; i < pool.people().size(); i++) {
        if (pool.people().get(i).features().get(category).equals(quota.feature())) {
          volunteers++;
          seats += lottery.chances().get(i);
        }
      }
      rows.add(row(quota, volunteers, seats));
    }
    return rows;
  }

  private PanelPage.QuotaRow row(Quota quota, long volunteers, double seats) {
    boolean full =
        seats > Math.min(quota.max(), pool.seats()) - BINDS && volunteers > seats + BINDS;
    boolean least = seats < quota.min() + BINDS && quota.min() > 0;
    boolean all = volunteers > 0 && seats > volunteers - BINDS;
    return new PanelPage.QuotaRow(
        quota.category(),
        quota.feature(),
        volunteers,
        (double) volunteers / Math.max(1, pool.people().size()),
        quota.min() == quota.max()
            ? Integer.toString(quota.min())
            : quota.min() + "\u2013" + Math.min(quota.max(), pool.seats()),
        seats,
        seats / Math.max(1, pool.seats()),
        all ? "all of them are needed" : full ? "over-subscribed" : least ? "sought" : "",
        all ? "owed" : full ? "late" : least ? "done" : "plain");
  }

  private PanelPage.Proof proof() {
    var certificate = lottery.certificate();
    var stages = new ArrayList<PanelPage.StageRow>();
    for (var stage : certificate.stages()) {
      stages.add(
          new PanelPage.StageRow(
              stages.size() + 1, stage.value(), stage.people(), String.join(", ", stage.names())));
    }
    boolean holds = certificate.checked();
    return new PanelPage.Proof(
        holds,
        (holds ? "The proof holds: " : "The proof is not complete: ")
            + (lottery.objective() == Lottery.Objective.NASH
                ? "no lottery's geometric mean of chances is larger by more than a share of "
                : "nobody's chance could be larger, without making a smaller one smaller, by more"
                    + " than ")
            + String.format(Locale.ROOT, "%.1e", Math.min(1, certificate.gap()))
            + ". "
            + certificate.remark(),
        stages,
        certificate.cuts().size());
  }

  private PanelPage.Draw draw() {
    var draw = json.draw();
    if (draw == null) {
      return new PanelPage.Draw(false, "", List.of(), false, List.of(), "");
    }
    var numbers = new ArrayList<PanelPage.Fact>();
    numbers.add(new PanelPage.Fact("SHA-256 of the panels", draw.lotterySha256()));
    add(numbers, "commitment, published before", draw.commitment());
    add(numbers, "beacon, from after the commitment", draw.beacon());
    var selected = json.selected();
    var index = draw.index();
    return new PanelPage.Draw(
        true,
        "The lottery is rounded to %s panels of which each is as likely as any other. Rounding costs something: the least chance of anybody who has one is now %s, and nobody's chance fell by more than %s."
            .formatted(
                Numbers.whole(draw.panels()),
                Reason.odds(draw.leastChance()),
                Numbers.fixed(100 * draw.largestLoss(), 2) + " percentage points"),
        numbers,
        selected != null,
        selected == null ? List.of() : selected,
        index == null ? "" : Numbers.whole(index));
  }

  private static void add(List<PanelPage.Fact> to, String label, @Nullable String value) {
    if (value != null) {
      to.add(new PanelPage.Fact(label, value));
    }
  }
}
