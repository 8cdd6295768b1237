package org.earshot.budgeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong in a file, as it is found; the reader gives up after a hundred.
final class PbFaults {

  private static final int MOST = 100;

  private final PbRows rows;
  private final List<PbFault> faults = new ArrayList<>();

  PbFaults(PbRows rows) {
    this.rows = rows;
  }

  /// A fault of the current row.
  void add(String column, String value, String advice) {
    addAt(rows.line(), column, value, advice);
  }

  /// A fault of another line; 0 means the whole file.
  void addAt(int line, String column, String value, String advice) {
    if (!areTooMany()) {
      faults.add(new PbFault(line, column, value, advice));
    }
  }

  boolean areTooMany() {
    return faults.size() >= MOST;
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /// All faults, in the order of lines.
  PbFormatException exception() {
    faults.sort(Comparator.comparingInt(PbFault::line));
    return new PbFormatException(faults);
  }
}
