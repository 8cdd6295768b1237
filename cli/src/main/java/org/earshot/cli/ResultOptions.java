package org.earshot.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command's result goes, and what it cost: `--out` and `--stats`, the same for every
/// command that computes. Use it as a picocli mixin:
///
/// ```java
/// @Mixin private final ResultOptions result = new ResultOptions();
/// ...
/// var people = result.reading(() -> People.read(file));
/// var panel = result.computing(() -> Leximin.of(people));
/// result.write("leximin", new PanelJson(panel));
/// ```
///
/// A result appears whole or not at all, on standard output too.
public final class ResultOptions {

  /// Work that is timed.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, X extends Exception> {
    T run() throws X;
  }

  /// Writes a result's bytes.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private record Seconds(double read, double compute) {}

  private record Stats(Seconds seconds, long peakHeapBytes) {}

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the result goes, whole or not at all; standard output without it.")
  private @Nullable Path out;

  @Option(
      names = "--stats",
      paramLabel = "FILE",
      description = "Writes how long reading and computing took and the most memory used, as JSON.")
  private @Nullable Path stats;

  private long readNanos;
  private long computeNanos;

  /// Does `work` and counts its time as reading. Call it first: it also makes sure that the result
  /// will have a place to go.
  public <T extends @Nullable Object, X extends Exception> T reading(Work<T, X> work) throws X {
    requirePlaces();
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      readNanos += System.nanoTime() - start;
    }
  }

  /// Does `work` and counts its time as computing.
  public <T extends @Nullable Object, X extends Exception> T computing(Work<T, X> work) throws X {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      computeNanos += System.nanoTime() - start;
    }
  }

  /// Writes the one JSON result of a command.
  public void write(String method, Object body) {
    write(stream -> Json.writeResult(stream, method, body));
  }

  /// Writes a result of any other form: JSON lines, CSV.
  public void write(Content content) {
    requirePlaces();
    try {
      if (out == null) {
        var whole = new ByteArrayOutputStream();
        content.writeTo(whole);
        whole.writeTo(System.out);
        System.out.flush();
      } else {
        WholeFile.write(out, content);
      }
      if (stats != null) {
        var seconds = new Seconds(readNanos / 1e9, computeNanos / 1e9);
        WholeFile.write(stats, stream -> Json.writeLine(stream, new Stats(seconds, peakHeap())));
      }
    } catch (IOException e) {
      throw new FailedException(
          "The result could not be written: %s%nNothing was left half-written."
              .formatted(e.getMessage()),
          e);
    }
  }

  /// Writes the JSON that explains why there is no answer in place of the result.
  ///
  /// @param message the same for people, in a sentence or two
  /// @return what to throw, so that the command ends with exit code 3
  public NoAnswerException noAnswer(String method, Object body, String message) {
    write(method, body);
    return new NoAnswerException(message);
  }

  private void requirePlaces() {
    WholeFile.requirePlace("--out", out);
    WholeFile.requirePlace("--stats", stats);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }

  static OutputStream buffered(OutputStream stream) {
    return new BufferedOutputStream(stream, 1 << 16);
  }
}
