package org.earshot.cli.representation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earshot.representation.sortition.Certificate;
import org.earshot.representation.sortition.Lottery;
import org.earshot.representation.sortition.Person;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.Reason;
import org.jspecify.annotations.Nullable;

/// A pool, those who already sit on the panel, and the pool for the seats that are open.
record SeatedPool(Pool all, Set<String> seated, Pool open) {

  /// Panels in the order of their ids.
  static final Comparator<List<String>> BY_IDS =
      Comparator.comparing(panel -> String.join(",", panel));

  SeatedPool {
    seated = Set.copyOf(seated);
  }

  /// A whole panel: those who sit already, and these of the open pool; in the pool's order.
  List<String> members(List<Integer> drawn) {
    var ids = new ArrayList<String>(seated);
    drawn.forEach(person -> ids.add(open.people().get(person).id()));
    if (!seated.isEmpty()) {
      var order = new HashMap<String, Integer>();
      all.people().forEach(person -> order.put(person.id(), order.size()));
      ids.sort(Comparator.comparing(id -> order.getOrDefault(id, 0)));
    }
    return ids;
  }

  /// The result as the contract has it.
  PanelJson json(
      Lottery lottery, String objective, PanelJson.@Nullable DrawJson drawn, boolean explain) {
    Map<String, Reason> reasons = new HashMap<>();
    for (var reason : Reason.of(lottery)) {
      reasons.put(open.people().get(reason.person()).id(), reason);
    }
    var people =
        all.people().stream()
            .map(
                person -> {
                  var reason = reasons.get(person.id());
                  return new PanelJson.PersonJson(
                      person.id(),
                      chance(person, reason),
                      explain ? because(person, reason) : null);
                })
            .toList();
    return new PanelJson(
        all.seats(),
        objective,
        people,
        lottery.minimum(),
        lottery.gini(),
        lottery.geometricMean(),
        lottery.panels().stream()
            .map(panel -> new PanelJson.OnePanel(panel.probability(), members(panel.members())))
            .toList(),
        proof(lottery.certificate()),
        drawn == null || drawn.index() == null ? null : drawn.equalPanels().get(drawn.index()),
        drawn);
  }

  private double chance(Person person, @Nullable Reason reason) {
    return reason == null ? seated.contains(person.id()) ? 1 : 0 : reason.chance();
  }

  private String because(Person person, @Nullable Reason reason) {
    if (reason == null) {
      return seated.contains(person.id())
          ? "sits on the panel already"
          : "is not available, or shares a household with somebody who sits on the panel";
    }
    return "%s: %s".formatted(reason.odds(), reason.words());
  }

  private PanelJson.Proof proof(Certificate certificate) {
    return new PanelJson.Proof(
        Math.min(certificate.gap(), 1),
        certificate.checked(),
        certificate.remark(),
        certificate.stages().stream()
            .map(
                stage ->
                    new PanelJson.Step(
                        stage.value(),
                        stage.people(),
                        stage.settled().stream().map(i -> open.people().get(i).id()).toList(),
                        stage.rows(),
                        stage.names(),
                        stage.multipliers()))
            .toList(),
        certificate.cuts());
  }

  /// Everybody who may be drawn, with their chance.
  Stream<Person> drawable() {
    return open.people().stream();
  }
}
