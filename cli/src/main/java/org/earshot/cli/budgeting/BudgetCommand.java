package org.earshot.cli.budgeting;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Explanations;
import org.earshot.budgeting.Variant;
import org.earshot.cli.FailedException;
import org.earshot.cli.Json;
import org.earshot.cli.Progress;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WholeFile;
import org.earshot.cli.WrongInputException;
import org.earshot.cli.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `earshot budget`.
@Command(
    name = "budget",
    description = {
      "Decides participatory budgets: one JSON object a file, with the reason for every project when"
          + " asked.",
      "Rules: greedy_cost, greedy_card, phragmen, mes_cost, mes_cost_u, mes_cost_add1, mes_cost_add1u"
          + " and others; a wrong name lists all that fit the ballots. city is the file's own."
    },
    mixinStandardHelpOptions = true)
public final class BudgetCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.pb",
      description = "Elections in Pabulib's format, plain or gzipped; - for standard input.")
  private List<String> files = List.of();

  @Option(names = "--rule", required = true, paramLabel = "RULE", description = "How to decide.")
  private String rule = "";

  @Option(
      names = "--ties",
      paramLabel = "id|mincost|lot:TEXT",
      description =
          "Which of exactly equal projects comes first: by id (default), the cheapest, or"
              + " by a lot that was drawn.")
  private String ties = "";

  @Option(
      names = "--explain",
      description = "Adds why each project was funded or not, and for whom.")
  private boolean explain;

  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "RULE",
      description = "Adds what these rules would fund, and the differences.")
  private List<String> compare = List.of();

  @Option(
      names = "--amounts",
      split = ",",
      paramLabel = "MONEY",
      description = "Adds what other amounts would fund, and the differences.")
  private List<String> amounts = List.of();

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "Writes what anybody needs to count again and compare, for one file.")
  private @Nullable Path bundle;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Writes a page that explains the result, for one file.")
  private @Nullable Path report;

  @Mixin private final ResultOptions result = new ResultOptions();

  private record Line(String method, BudgetJson json) {}

  @Override
  public Integer call() {
    WholeFile.requirePlace("--report", report);
    WholeFile.requirePlace("--bundle", bundle);
    if (files.size() > 1 && (report != null || bundle != null)) {
      throw new WrongInputException(
          "--report and --bundle are for one election, but %d files are named.%nRun them one by one."
              .formatted(files.size()));
    }
    var lines = new ArrayList<Line>();
    try (var progress = Progress.of("elections", files.size())) {
      for (var file : files) {
        boolean alone = files.size() == 1; // two bars at once would overwrite one another
        var election = result.reading(() -> ElectionFile.read(file, alone));
        lines.add(result.computing(() -> decide(file, election)));
        progress.at(lines.size());
      }
    }
    result.write(
        out -> {
          for (var line : lines) {
            Json.writeResult(out, line.method(), line.json());
          }
        });
    return 0;
  }

  private Line decide(String file, Election election) {
    var chosen = RuleOption.rule(rule, ties, election);
    boolean explained = explain || report != null || bundle != null;
    var explanation = explained ? Explanations.explain(election, chosen) : null;
    var outcome = explanation == null ? Budgeting.decide(election, chosen) : explanation.outcome();
    var mattered = Budgeting.tiesThatMattered(election, outcome);
    var variants = new ArrayList<Variant>();
    for (var name : compare) {
      var other = RuleOption.rule(name, ties, election);
      variants.add(Variant.of(election, other, election.budget(), outcome));
    }
    for (var amount : amounts) {
      variants.add(Variant.of(election, chosen, units(amount, election), outcome));
    }
    var method = outcome.rule().name() + ", ties " + outcome.rule().ties().word();
    if (explanation != null && bundle != null) {
      write(bundle, method, BundleJson.of(election, explanation));
    }
    var countedAgain =
        explanation != null && (explain || report != null)
            ? Explanations.votesNeededCountedAgain(election, explanation)
            : List.<OptionalLong>of();
    if (explanation != null && report != null) {
      var page = new BudgetReport(election, explanation, countedAgain, mattered, variants).page();
      Report.write(report, "budget", page);
    }
    return new Line(
        method,
        BudgetJson.of(
            file,
            election,
            outcome,
            mattered,
            explain ? explanation : null,
            countedAgain,
            variants));
  }

  private static void write(Path target, String method, Object body) {
    try {
      WholeFile.write(target, out -> Json.writeResult(out, method, body));
    } catch (IOException e) {
      throw new FailedException("The bundle could not be written: " + e.getMessage(), e);
    }
  }

  private static long units(String amount, Election election) {
    try {
      var units = new BigDecimal(amount).movePointRight(election.decimals()).longValueExact();
      if (units >= 0 && units < 1L << 53) {
        return units;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // falls through to the one message
    }
    throw new WrongInputException(
        "--amounts: '%s' is no amount with at most %d decimals, as this election has."
            .formatted(amount, election.decimals()));
  }
}
