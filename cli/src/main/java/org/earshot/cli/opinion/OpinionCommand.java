package org.earshot.cli.opinion;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WholeFile;
import org.earshot.cli.WrongInputException;
import org.earshot.cli.report.Report;
import org.earshot.opinion.Landscape;
import org.earshot.opinion.Opinion;
import org.earshot.opinion.StableMethod;
import org.earshot.opinion.Votes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `earshot opinion`.
@Command(
    name = "opinion",
    description = {
      "From votes on statements to a map of people and statements, groups with their confidence, and"
          + " common ground.",
      "VOTES.csv has the columns voter-id, comment-id, vote (1 agree, 0 pass, -1 disagree) and, for"
          + " changed votes, timestamp."
    },
    mixinStandardHelpOptions = true)
public final class OpinionCommand implements Callable<Integer> {

  private static final int RESAMPLES = 100;
  private static final int MOST_RESAMPLES = 10_000;

  /// How groups are found.
  enum Method {
    stable,
    polis
  }

  @Parameters(
      paramLabel = "VOTES.csv",
      description = "The votes, plain or gzipped; - for standard input.")
  private String votesFile = "";

  @Option(
      names = "--comments",
      paramLabel = "FILE",
      description =
          "The statements: comment-id, moderated (-1 is out), and if there is-meta, comment-body.")
  private @Nullable String commentsFile;

  @Option(
      names = "--method",
      paramLabel = "stable|polis",
      description =
          "stable (default): groups that do not depend on who came first, with their confidence;"
              + " polis: as Polis computes them from a cold start, to compare.")
  private Method method = Method.stable;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "How much each voter counts: id,weight, as earshot weigh writes it.")
  private @Nullable String weightsFile;

  @Option(
      names = "--shown",
      paramLabel = "FILE",
      description =
          "Who was shown what, to undo its bias: voter-id,comment-id,chance in the order of showing.")
  private @Nullable String shownFile;

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      description =
          "How many times people are drawn anew to tell how far the result can be trusted; 100"
              + " without it, 0 for none.")
  private @Nullable Integer resamples;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the random halves and draws; 1 without it.")
  private long seed = 1;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Writes a page with pictures that explains the result.")
  private @Nullable Path report;

  @Mixin private final ResultOptions result = new ResultOptions();

  private record Input(
      Votes votes, OpinionInput.Comments comments, StableMethod stable, boolean weighted) {}

  @Override
  public Integer call() {
    WholeFile.requirePlace("--report", report);
    requireSense();
    var input = result.reading(this::read);
    var landscape = result.computing(() -> landscape(input));
    var name = method.name();
    if (report != null) {
      var words = new OpinionWords(landscape, method == Method.stable, seed, input.weighted());
      var page = new OpinionReport(landscape, input.comments().texts(), words);
      Report.write(report, "opinion", page.page());
    }
    result.write(name, OpinionJson.of(landscape));
    return 0;
  }

  private void requireSense() {
    if (resamples != null && (resamples < 0 || resamples > MOST_RESAMPLES)) {
      throw new WrongInputException(
          "--bootstrap is %d, and must be from 0 to %d.".formatted(resamples, MOST_RESAMPLES));
    }
    boolean asked =
        weightsFile != null || shownFile != null || (resamples != null && resamples > 0);
    if (method == Method.polis && asked) {
      throw new WrongInputException(
          "--method polis knows no --weights, --shown or --bootstrap, as Polis knows none.\n"
              + "Leave them away, or use --method stable.");
    }
  }

  private Input read() {
    var votes = OpinionInput.votes(votesFile);
    var comments =
        commentsFile == null ? OpinionInput.Comments.NONE : OpinionInput.comments(commentsFile);
    var stable =
        StableMethod.STANDARD
            .withSeed(seed)
            .withResamples(resamples == null ? RESAMPLES : resamples);
    if (weightsFile != null) {
      stable = stable.withWeights(OpinionInput.weights(weightsFile, votes));
    }
    if (shownFile != null) {
      stable = stable.withShown(OpinionInput.shown(shownFile));
    }
    return new Input(votes, comments, stable, weightsFile != null);
  }

  private Landscape landscape(Input input) {
    var moderation = input.comments().moderation();
    if (method == Method.polis) {
      return Opinion.polis(input.votes(), moderation);
    }
    try {
      return input.stable().landscape(input.votes(), moderation);
    } catch (IllegalArgumentException e) {
      if (input.weighted()) { // nobody has weight, or one voter nearly all
        throw new WrongInputException("%s: %s".formatted(weightsFile, e.getMessage()), e);
      }
      throw e;
    }
  }
}
