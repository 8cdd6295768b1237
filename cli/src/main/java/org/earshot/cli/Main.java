package org.earshot.cli;

import java.io.PrintWriter;
import org.earshot.cli.budgeting.AuditCommand;
import org.earshot.cli.budgeting.BudgetCommand;
import org.earshot.cli.budgeting.RecountCommand;
import org.earshot.cli.opinion.OpinionCommand;
import org.earshot.cli.record.RecordCommand;
import org.earshot.cli.representation.CoverageCommand;
import org.earshot.cli.representation.PanelCommand;
import org.earshot.cli.representation.WeighCommand;
import org.earshot.cli.voices.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The entry of the command line. Exit codes: 0 done, 2 the input or the arguments are wrong, 3 the
/// question has no answer, 1 anything else.
@Command(
    name = "earshot",
    description = "Listens to residents, and proves that it does.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      AuditCommand.class,
      BudgetCommand.class,
      CoverageCommand.class,
      ImportCommand.class,
      OpinionCommand.class,
      PanelCommand.class,
      RecordCommand.class,
      RecountCommand.class,
      WeighCommand.class,
      HelpCommand.class
    })
public final class Main {

  private static final int NO_ANSWER = 3;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command line and gives its exit code.
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExpandAtFiles(false) // a column may be named "@text"
        .setExecutionExceptionHandler((e, command, _) -> report(e, command.getErr()))
        .setUsageHelpAutoWidth(true);
  }

  private static int report(Exception failure, PrintWriter err) {
    switch (failure) {
      case WrongInputException wrong -> {
        err.println(wrong.getMessage());
        return CommandLine.ExitCode.USAGE;
      }
      case NoAnswerException none -> {
        err.println(none.getMessage());
        return NO_ANSWER;
      }
      case FailedException failed -> err.println(failed.getMessage());
      default -> {
        err.println("This should not have happened. Please report it:");
        failure.printStackTrace(err);
      }
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
