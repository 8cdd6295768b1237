package org.earshot.cli;

/// The command could not do its work, though the input may be right. The message names why and what
/// to do; exit code 1.
public final class FailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public FailedException(String message) {
    super(message);
  }

  public FailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
