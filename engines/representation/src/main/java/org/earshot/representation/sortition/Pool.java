package org.earshot.representation.sortition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The volunteers from whom a panel is drawn, and what the panel has to look like.
///
/// @param seats people on the panel
/// @param quotas the seats of every feature
/// @param people the volunteers
public record Pool(int seats, List<Quota> quotas, List<Person> people) {

  public Pool {
    quotas = List.copyOf(quotas);
    people = List.copyOf(people);
    if (seats < 0) {
      throw new IllegalArgumentException("A panel of %d seats.".formatted(seats));
    }
    var features = new HashSet<List<String>>();
    for (var quota : quotas) {
      if (!features.add(List.of(quota.category(), quota.feature()))) {
        throw new IllegalArgumentException(
            "Two quotas for %s = %s.\nGive each feature one row."
                .formatted(quota.category(), quota.feature()));
      }
    }
    var categories = categories(quotas);
    var ids = new HashSet<String>();
    for (var person : people) {
      if (!ids.add(person.id())) {
        throw new IllegalArgumentException(
            "Two people have the id %s.\nIds are unique.".formatted(person.id()));
      }
      if (person.features().size() != categories.size()) {
        throw new IllegalArgumentException(
            "Person %s has %d features for %d categories."
                .formatted(person.id(), person.features().size(), categories.size()));
      }
      for (int c = 0; c < categories.size(); c++) {
        if (!features.contains(List.of(categories.get(c), person.features().get(c)))) {
          throw new IllegalArgumentException(
              "Person %s has %s = %s, for which there is no quota.\nAdd a row for it, with min 0 if"
                      .formatted(person.id(), categories.get(c), person.features().get(c))
                  + " nobody of them is needed.");
        }
      }
    }
  }

  /// The categories in the order of the quotas.
  public List<String> categories() {
    return categories(quotas);
  }

  private static List<String> categories(List<Quota> quotas) {
    return quotas.stream().map(Quota::category).distinct().toList();
  }

  /// What is left to draw when `seated` people already sit on the panel and `gone` people are no
  /// longer available: fewer seats, smaller quotas, nobody of a household that is seated.
  public Pool after(Set<String> seated, Set<String> gone) {
    var sitting = people.stream().filter(person -> seated.contains(person.id())).toList();
    if (sitting.size() < seated.size()) {
      var unknown = new LinkedHashSet<>(seated);
      sitting.forEach(person -> unknown.remove(person.id()));
      throw new IllegalArgumentException(
          "Nobody in the pool has the id %s.\nSelected people must be in the pool."
              .formatted(unknown.iterator().next()));
    }
    if (seated.size() > seats) {
      throw new IllegalArgumentException(
          "%d people already sit on a panel of %d seats.".formatted(seated.size(), seats));
    }
    var households =
        sitting.stream()
            .map(Person::household)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var categories = categories();
    var left = new ArrayList<Quota>();
    for (var quota : quotas) {
      int category = categories.indexOf(quota.category());
      int taken =
          (int)
              sitting.stream()
                  .filter(person -> person.features().get(category).equals(quota.feature()))
                  .count();
      if (taken > quota.max()) {
        throw new IllegalArgumentException(
            "%d people with %s = %s already sit on the panel, and at most %d may."
                .formatted(taken, quota.category(), quota.feature(), quota.max()));
      }
      left.add(
          new Quota(
              quota.category(),
              quota.feature(),
              Math.max(0, quota.min() - taken),
              quota.max() - taken,
              Math.max(0, quota.minFlex() - taken),
              quota.maxFlex() == Integer.MAX_VALUE ? Integer.MAX_VALUE : quota.maxFlex() - taken));
    }
    var free =
        people.stream()
            .filter(person -> !seated.contains(person.id()) && !gone.contains(person.id()))
            .filter(
                person -> person.household() == null || !households.contains(person.household()))
            .toList();
    return new Pool(seats - seated.size(), left, free);
  }
}
