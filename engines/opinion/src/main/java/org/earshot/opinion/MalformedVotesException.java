package org.earshot.opinion;

/// A file of votes does not hold what it should. The message says what and what to do.
public final class MalformedVotesException extends Exception {

  private static final long serialVersionUID = 1;

  private final long line;

  MalformedVotesException(long line, String message) {
    super(message);
    this.line = line;
  }

  /// The line of the fault, from 1.
  public long line() {
    return line;
  }
}
