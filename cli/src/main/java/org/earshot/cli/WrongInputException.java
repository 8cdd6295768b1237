package org.earshot.cli;

/// The input or the arguments are wrong. The message names what, where and what to do; exit code 2.
public final class WrongInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public WrongInputException(String message) {
    super(message);
  }

  public WrongInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
