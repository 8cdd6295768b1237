package org.earshot.cli;

/// The question has no answer, though nothing is wrong with the input: for example quotas that no
/// panel can meet. The JSON that explains why is already where the result would be; see
/// [ResultOptions#noAnswer]. Exit code 3.
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoAnswerException(String message) {
    super(message);
  }
}
