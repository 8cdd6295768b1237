package org.earshot.cli.representation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WholeFile;
import org.earshot.cli.WrongInputException;
import org.earshot.cli.report.Report;
import org.earshot.representation.coverage.Coverage;
import org.earshot.representation.weighting.Margin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `earshot coverage`.
@Command(
    name = "coverage",
    description =
        "Compares those who were heard with those who live here: the largest and most certain"
            + " silence first.",
    mixinStandardHelpOptions = true)
public final class CoverageCommand implements Callable<Integer> {

  @Option(
      names = "--people",
      required = true,
      paramLabel = "P.csv",
      description = "Who was heard: a column for each dimension; an empty cell is not known.")
  private String people = "";

  @Option(
      names = "--margins",
      required = true,
      paramLabel = "M.csv",
      description = "Who lives here: dimension,segment,population.")
  private String margins = "";

  @Option(
      names = "--by",
      split = ",",
      arity = "1",
      paramLabel = "DIM[,DIM]",
      description = "One dimension, or the pairs of segments of two; all dimensions without it.")
  private List<String> by = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Writes a page that shows the result.")
  private @Nullable Path report;

  @Mixin private final ResultOptions result = new ResultOptions();

  @Override
  public Integer call() {
    WholeFile.requirePlace("--report", report);
    if (by.size() > 2 || by.stream().distinct().count() != by.size()) {
      throw new WrongInputException(
          "--by %s: one dimension, or two different ones.".formatted(String.join(",", by)));
    }
    var margin = result.reading(() -> MarginsFile.read(margins));
    by.forEach(name -> indexOf(margin, name));
    int[][] levels =
        result.reading(
            () ->
                PeopleFile.read(people, null, margin.stream().map(Margin::dimension).toList())
                    .levels(margin));
    var all = result.computing(() -> Coverage.compare(levels, margin, pairs(margin), List.of()));
    if (report != null) {
      Report.write(report, "coverage", page(margin, levels));
    }
    result.write("coverage", CoverageJson.of(all, by));
    return 0;
  }

  private List<int[]> pairs(List<Margin> margin) {
    return by.size() == 2
        ? List.of(new int[] {indexOf(margin, by.get(0)), indexOf(margin, by.get(1))})
        : List.of();
  }

  private int indexOf(List<Margin> margin, String dimension) {
    var names = margin.stream().map(Margin::dimension).toList();
    int index = names.indexOf(dimension);
    if (index < 0) {
      throw new WrongInputException(
          "--by %s: %s has no such dimension.%nIts dimensions: %s."
              .formatted(Table.shown(dimension), margins, String.join(", ", names)));
    }
    return index;
  }

  /// The page also looks at all pairs of dimensions.
  private static CoveragePage page(List<Margin> margin, int[][] levels) {
    var pairs = new ArrayList<int[]>();
    for (int a = 0; a < margin.size(); a++) {
      for (int b = a + 1; b < margin.size(); b++) {
        pairs.add(new int[] {a, b});
      }
    }
    var both = Coverage.compare(levels, margin, pairs, List.of());
    return new CoveragePictures(both).page();
  }
}
