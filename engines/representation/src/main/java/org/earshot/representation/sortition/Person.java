package org.earshot.representation.sortition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Someone in the pool.
///
/// @param id unique in the pool
/// @param features one feature a category, in the order of [Pool#categories]
/// @param household whoever has the same may not sit on the panel together; null where it does not
///   matter
public record Person(String id, List<String> features, @Nullable String household) {

  public Person {
    features = List.copyOf(features);
  }
}
