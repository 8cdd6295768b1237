package org.earshot.representation.sortition;

/// One solver could not finish; the next in the chain is asked.
final class SolverLostException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SolverLostException(String why) {
    super(why);
  }
}
