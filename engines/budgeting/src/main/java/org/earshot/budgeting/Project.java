package org.earshot.budgeting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One project on the ballot.
///
/// @param id as the file names it; ties are broken by it
/// @param cost in the election's smallest money unit (see [Election#decimals]); positive
/// @param name for people; the id where the file has none
/// @param selected what the city decided, where the file says
/// @param columns all columns of the file's row, by name, in the file's order
/// @param line where the file names it; 0 if it came from elsewhere
public record Project(
    String id, long cost, String name, Decision selected, Map<String, String> columns, int line) {

  /// What the city itself decided.
  public enum Decision {
    FUNDED,
    NOT_FUNDED,
    UNKNOWN
  }

  public Project {
    if (cost <= 0) {
      throw new IllegalArgumentException("Project %s costs %d.".formatted(id, cost));
    }
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /// A project of which nothing but id and cost is known.
  public static Project of(String id, long cost) {
    return new Project(id, cost, id, Decision.UNKNOWN, Map.of(), 0);
  }
}
