package org.earshot.demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A topic that comes up in one place for a while: the voices a need will be made of.
final class Episode {

  private final int number;
  private final Topic topic;
  private final Town.@Nullable District district;
  private final @Nullable String street;
  private final int firstDay;
  private final int[] voicesUntil; // by day since the first, all voices up to its end

  /// An episode of at least one voice.
  ///
  /// @param perDay voices on each day from `firstDay`; none on the first is fine
  Episode(
      int number,
      Topic topic,
      Town.@Nullable District district,
      @Nullable String street,
      int firstDay,
      int[] perDay) {
    this.number = number;
    this.topic = topic;
    this.district = district;
    this.street = street;
    this.firstDay = firstDay;
    voicesUntil = perDay.clone();
    for (int i = 1; i < voicesUntil.length; i++) {
      voicesUntil[i] += voicesUntil[i - 1];
    }
  }

  int number() {
    return number;
  }

  Topic topic() {
    return topic;
  }

  /// Empty when the whole town speaks about it.
  Optional<Town.District> findDistrict() {
    return Optional.ofNullable(district);
  }

  Optional<String> findStreet() {
    return Optional.ofNullable(street);
  }

  int size() {
    return voicesUntil[voicesUntil.length - 1];
  }

  int voicesOn(int day) {
    return voicesUntil(day) - voicesUntil(day - 1);
  }

  /// How many have spoken by the end of that day of the year.
  int voicesUntil(int day) {
    int since = day - firstDay;
    return since < 0 ? 0 : voicesUntil[Math.min(since, voicesUntil.length - 1)];
  }

  /// The day of the year on which the first voice speaks.
  int begins() {
    int since = 0;
    while (voicesUntil[since] == 0) {
      since++;
    }
    return firstDay + since;
  }
}
