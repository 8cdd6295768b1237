package org.earshot.budgeting;

import java.util.List;
import java.util.stream.Collectors;

/// A file is no election that can be counted; every fault is named.
public final class PbFormatException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<PbFault> faults;

  PbFormatException(List<PbFault> faults) {
    super(faults.stream().map(PbFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /// At least one; the reader gives up after a hundred.
  public List<PbFault> faults() {
    return faults;
  }
}
