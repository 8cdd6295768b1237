package org.earshot.opinion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order of ids: whole numbers by their value, anything else by code point; when any id is not
/// a number, none is taken for one.
final class NaturalOrder {

  private static final int MOST_DIGITS = 18;

  private NaturalOrder() {}

  /// The places of the ids, in order.
  static int[] of(List<String> ids) {
    if (!ids.stream().allMatch(NaturalOrder::isNumber)) {
      return sorted(ids, Comparator.naturalOrder());
    }
    long[] numbers = ids.stream().mapToLong(Long::parseLong).toArray();
    if (IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] < numbers[i])) {
      return IntStream.range(0, numbers.length).toArray();
    }
    return sorted(ids, Comparator.<String>comparingLong(Long::parseLong).thenComparing(id -> id));
  }

  private static int[] sorted(List<String> ids, Comparator<String> order) {
    return IntStream.range(0, ids.size())
        .boxed()
        .sorted(Comparator.comparing(ids::get, order))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean isNumber(String id) {
    int digits = id.startsWith("-") ? 1 : 0;
    return id.length() > digits
        && id.length() <= MOST_DIGITS
        && id.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
  }
}
