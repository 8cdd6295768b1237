package org.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/// One run of the command line with what it printed.
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(String... arguments) {
    return of(() -> Main.run(arguments));
  }

  /// What `run` printed, and the exit code that it gave.
  static CommandRun of(IntSupplier run) {
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      return new CommandRun(run.getAsInt(), out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setOut(systemOut);
      System.setErr(systemErr);
    }
  }
}
