package org.earshot.cli.representation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.earshot.cli.FailedException;
import org.earshot.cli.Progress;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WholeFile;
import org.earshot.cli.WrongInputException;
import org.earshot.cli.report.Report;
import org.earshot.representation.sortition.EqualPanels;
import org.earshot.representation.sortition.Lottery;
import org.earshot.representation.sortition.LotteryResult;
import org.earshot.representation.sortition.Pool;
import org.earshot.representation.sortition.PublicDraw;
import org.earshot.representation.sortition.Sortition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `earshot panel`.
@Command(
    name = "panel",
    description = {
      "Finds the fairest lottery over panels that fill all quotas, proves it, and draws from it in"
          + " public.",
      "With --draw alone: the equal panels and their SHA-256, to publish. With --nonce: the"
          + " commitment as well. With --beacon: the panel."
    },
    mixinStandardHelpOptions = true)
public final class PanelCommand implements Callable<Integer> {

  private static final int SCALE = 1000;
  private static final double CLOSE = 1e-6;

  @Option(
      names = "--people",
      required = true,
      paramLabel = "respondents.csv",
      description = "The volunteers: a column for each category, and 'id' if they have ids.")
  private String people = "";

  @Option(
      names = "--quotas",
      required = true,
      paramLabel = "categories.csv",
      description = "category,feature,min,max[,min_flex,max_flex].")
  private String quotas = "";

  @Option(names = "--size", required = true, paramLabel = "K", description = "Seats of the panel.")
  private int size;

  @Option(
      names = "--objective",
      paramLabel = "leximin|maximin|nash",
      description =
          "leximin (default): the least chance as large as possible, then the next, and so on.")
  private String objective = "leximin";

  @Option(
      names = "--same-address",
      split = ",",
      arity = "1",
      paramLabel = "COL,..",
      description = "One person per household: people with the same in all these columns.")
  private List<String> address = List.of();

  @Option(
      names = "--selected",
      paramLabel = "FILE",
      description = "Ids of people who already sit on the panel.")
  private @Nullable String selected;

  @Option(
      names = "--replace",
      paramLabel = "FILE",
      description = "Ids of people who are not available any more; they lose their seats.")
  private @Nullable String replace;

  @Option(
      names = "--draw",
      paramLabel = "M",
      description = "Rounds the lottery to M equal panels, and draws one of them.")
  private @Nullable Integer draw;

  @Option(
      names = "--nonce",
      paramLabel = "HEX",
      description = "The secret that is published after the draw.")
  private @Nullable String nonce;

  @Option(
      names = "--beacon",
      paramLabel = "HEX",
      description = "Public randomness from after the commitment.")
  private @Nullable String beacon;

  @Option(
      names = "--check",
      paramLabel = "RESULT.json",
      description =
          "Checks an earlier result by arithmetic instead, for the same people and quotas.")
  private @Nullable String check;

  @Option(names = "--explain", description = "Adds everybody's reason.")
  private boolean explain;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Writes a page that shows the lottery.")
  private @Nullable Path report;

  @Mixin private final ResultOptions result = new ResultOptions();

  private record Input(SeatedPool pool, Lottery.Objective objective) {}

  @Override
  public Integer call() {
    WholeFile.requirePlace("--report", report);
    requireSense();
    var input = result.reading(this::read);
    if (check != null) {
      verify(check, input.pool());
      return 0;
    }
    var found = result.computing(() -> solve(input.pool().open(), input.objective()));
    switch (found) {
      case LotteryResult.Infeasible(var relaxation) ->
          throw result.noAnswer(objective, PanelJson.NoPanel.of(relaxation), relaxation.message());
      case LotteryResult.Found(var lottery) -> write(input.pool(), lottery);
    }
    return 0;
  }

  private void verify(String file, SeatedPool pool) {
    var finding = result.computing(() -> CheckedResult.check(file, pool));
    boolean holds = finding.gap() <= CLOSE;
    result.write(
        "check",
        new PanelJson.Checked(
            holds, Math.min(finding.gap(), 1), finding.arithmetic(), finding.faults()));
    if (!holds) {
      throw new FailedException(
          "%s: the proof does not hold. %s"
              .formatted(file, String.join(" ", finding.faults().stream().limit(5).toList())));
    }
  }

  private void requireSense() {
    if (size < 1) {
      throw new WrongInputException("--size %d: a panel has at least one seat.".formatted(size));
    }
    if (draw == null && (nonce != null || beacon != null)) {
      throw new WrongInputException(
          "--nonce and --beacon are for a draw.%nAdd --draw M, for example --draw 1000."
              .formatted());
    }
    if (beacon != null && nonce == null) {
      throw new WrongInputException(
          "--beacon needs the --nonce that was committed to before.".formatted());
    }
    if (draw != null && draw < 1) {
      throw new WrongInputException("--draw %d: at least one panel.".formatted(draw));
    }
  }

  private Input read() {
    Lottery.Objective wanted =
        switch (objective) {
          case "leximin" -> Lottery.Objective.LEXIMIN;
          case "maximin" -> Lottery.Objective.MAXIMIN;
          case "nash" -> Lottery.Objective.NASH;
          default ->
              throw new WrongInputException(
                  "--objective %s: leximin, maximin or nash.".formatted(Table.shown(objective)));
        };
    var pool = PoolFile.read(people, quotas, size, address);
    var gone = IdFile.read(replace, pool);
    var seated = new HashSet<>(IdFile.read(selected, pool));
    seated.removeAll(gone);
    try {
      return new Input(new SeatedPool(pool, seated, pool.after(seated, gone)), wanted);
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("--selected %s: %s".formatted(selected, e.getMessage()), e);
    }
  }

  private static LotteryResult solve(Pool pool, Lottery.Objective objective) {
    try (var bar = Progress.of("lottery", SCALE)) {
      return Sortition.lottery(
          pool,
          objective,
          new Lottery.Progress() {
            @Override
            public void at(String what, double share) {
              bar.at(Math.round(share * SCALE));
            }

            @Override
            public void note(String message) {
              System.err.println(message);
            }
          });
    }
  }

  private void write(SeatedPool pool, Lottery lottery) {
    Integer equally = draw;
    var equal =
        equally == null ? null : result.computing(() -> rounded(lottery, equally.intValue()));
    var drawn = equal == null ? null : drawn(pool, equal);
    var json = pool.json(lottery, objective.toLowerCase(Locale.ROOT), drawn, explain);
    if (report != null) {
      Report.write(report, "panel", new PanelReport(pool, lottery, json).page());
    }
    result.write(objective, json);
  }

  private static EqualPanels rounded(Lottery lottery, int panels) {
    try {
      return EqualPanels.of(lottery, panels);
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("--draw %d: %s".formatted(panels, e.getMessage()), e);
    }
  }

  private PanelJson.DrawJson drawn(SeatedPool pool, EqualPanels equal) {
    var panels = equal.panels().stream().map(pool::members).sorted(SeatedPool.BY_IDS).toList();
    var hash = sha256(panels);
    try {
      var drawn =
          nonce == null || beacon == null
              ? null
              : PublicDraw.draw(hash, nonce, beacon, panels.size());
      return new PanelJson.DrawJson(
          panels.size(),
          hash,
          equal.leastChance(),
          equal.largestLoss(),
          nonce == null ? null : PublicDraw.commitment(hash, nonce),
          beacon,
          drawn == null ? null : drawn.counter(),
          drawn == null ? null : drawn.index(),
          panels);
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("--" + e.getMessage(), e);
    }
  }

  private static String sha256(List<List<String>> panels) {
    var text =
        panels.stream().map(panel -> String.join(",", panel) + "\n").collect(Collectors.joining());
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
