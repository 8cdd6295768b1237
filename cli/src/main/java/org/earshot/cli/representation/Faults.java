package org.earshot.cli.representation;

import java.util.ArrayList;
import java.util.List;
import org.earshot.cli.WrongInputException;

/// What is wrong with the input, one message a fault; the first ones are told, the rest counted.
final class Faults {

  private static final int TOLD = 20;

  private final List<String> messages = new ArrayList<>();
  private int count;

  void add(String message) {
    if (count++ < TOLD) {
      messages.add(message);
    }
  }

  /// Ends the command if anything was added.
  void raise() {
    if (count > TOLD) {
      messages.add("... and %d more.".formatted(count - TOLD));
    }
    if (count > 0) {
      throw new WrongInputException(String.join(System.lineSeparator(), messages));
    }
  }
}
