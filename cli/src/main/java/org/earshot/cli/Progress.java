package org.earshot.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// A progress bar on standard error; nothing where that is not a terminal.
public final class Progress implements AutoCloseable {

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /// Begins to show how far `task` is.
  ///
  /// @param end where it will be done; -1 if that is not known
  public static Progress of(String task, long end) {
    // JDK 25 gives null again where there is no terminal, whatever Error Prone thinks.
    var console = Optional.ofNullable(System.console());
    if (!console.map(Console::isTerminal).orElse(false)) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(end)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build());
  }

  /// Shows that the task has come as far as `position`.
  public void at(long position) {
    if (bar != null) {
      bar.stepTo(position);
    }
  }

  /// Corrects where the task will be done.
  public void endsAt(long end) {
    if (bar != null) {
      bar.maxHint(end);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
