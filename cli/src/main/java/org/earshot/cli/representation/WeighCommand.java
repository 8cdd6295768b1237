package org.earshot.cli.representation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.earshot.cli.FailedException;
import org.earshot.cli.Json;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WholeFile;
import org.earshot.cli.WrongInputException;
import org.earshot.representation.weighting.Margin;
import org.earshot.representation.weighting.Sample;
import org.earshot.representation.weighting.Trim;
import org.earshot.representation.weighting.Weighting;
import org.earshot.representation.weighting.WeightingFault;
import org.earshot.representation.weighting.WeightingMethod;
import org.earshot.representation.weighting.WeightingResult.Impossible;
import org.earshot.representation.weighting.WeightingResult.Weighted;
import org.earshot.representation.weighting.Weights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `earshot weigh`.
@Command(
    name = "weigh",
    description =
        "Weighs those who were heard so that they count as those who live here: CSV id,weight.",
    mixinStandardHelpOptions = true)
public final class WeighCommand implements Callable<Integer> {

  /// The ways to weigh.
  enum Method {
    rake,
    linear,
    logit
  }

  @Option(
      names = "--people",
      required = true,
      paramLabel = "P.csv",
      description = "Who was heard: a column for each dimension.")
  private String people = "";

  @Option(
      names = "--margins",
      required = true,
      paramLabel = "M.csv",
      description = "Who lives here: dimension,segment,population.")
  private String margins = "";

  @Option(names = "--id", paramLabel = "COL", description = "The column of ids; else 'id'.")
  private @Nullable String id;

  @Option(
      names = "--method",
      paramLabel = "rake|linear|logit",
      description = "rake (default): weights stay positive; logit: ratios stay within --bounds.")
  private Method method = Method.rake;

  @Option(
      names = "--base",
      paramLabel = "COL",
      description =
          "The column of base weights, for example the inverse of the chance to be asked.")
  private @Nullable String base;

  @Option(
      names = "--bounds",
      split = ",",
      arity = "1",
      paramLabel = "LO,HI",
      description = "For logit: the least and largest ratio to the base weight.")
  private List<String> bounds = List.of();

  @Option(
      names = "--trim",
      split = ",",
      arity = "1",
      paramLabel = "LO,HI",
      description = "The least and largest weight; the margins then no longer fit exactly.")
  private List<String> trim = List.of();

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Writes what the weights cost, as JSON.")
  private @Nullable Path summary;

  @Mixin private final ResultOptions result = new ResultOptions();

  private record Summary(
      boolean converged,
      int iterations,
      double largestDiscrepancy,
      double designEffect,
      double effectiveSampleSize,
      double minimum,
      double maximum) {}

  private record Fault(String kind, String message) {}

  private record NoWeights(boolean impossible, List<Fault> faults, String message) {}

  private record Input(PeopleFile people, List<Margin> margins, Sample sample) {}

  @Override
  public Integer call() {
    WholeFile.requirePlace("--summary", summary);
    var how = how();
    Optional<Trim> cut = trim.isEmpty() ? Optional.empty() : Optional.of(trim());
    var input = result.reading(this::read);
    var weighed =
        result.computing(() -> Weighting.weigh(input.sample(), input.margins(), how, cut));
    switch (weighed) {
      case Impossible(var faults) -> throw refuse(faults);
      case Weighted(var weights) -> write(input.people(), weights);
    }
    return 0;
  }

  private Input read() {
    var all = MarginsFile.read(margins);
    var columns = new ArrayList<>(all.stream().map(Margin::dimension).toList());
    if (base != null && !columns.contains(base)) {
      columns.add(base);
    }
    var file = PeopleFile.read(people, id, columns);
    int[][] levels = file.levels(all);
    file.requireKnown(levels, all);
    return new Input(file, all, Sample.of(levels, file.base(base)));
  }

  private WeightingMethod how() {
    if (method != Method.logit && !bounds.isEmpty()) {
      throw new WrongInputException(
          "--bounds are for --method logit.%nFor bounds on the weights themselves use --trim."
              .formatted());
    }
    return switch (method) {
      case rake -> new WeightingMethod.Raking();
      case linear -> new WeightingMethod.Linear();
      case logit -> {
        if (bounds.isEmpty()) {
          throw new WrongInputException(
              "--method logit needs --bounds, for example --bounds 0.5,2.".formatted());
        }
        double[] pair = pair("--bounds", bounds);
        try {
          yield new WeightingMethod.Logit(pair[0], pair[1]);
        } catch (IllegalArgumentException e) {
          throw new WrongInputException("--bounds: " + e.getMessage(), e);
        }
      }
    };
  }

  private Trim trim() {
    double[] pair = pair("--trim", trim);
    try {
      return new Trim(pair[0], pair[1]);
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("--trim: " + e.getMessage(), e);
    }
  }

  private static double[] pair(String option, List<String> numbers) {
    double[] pair = numbers.stream().map(String::strip).mapToDouble(Table::number).toArray();
    if (pair.length != 2 || Double.isNaN(pair[0] + pair[1])) {
      throw new WrongInputException(
          "%s %s: two numbers with a comma between them are needed."
              .formatted(option, Table.shown(String.join(",", numbers))));
    }
    return pair;
  }

  private RuntimeException refuse(List<WeightingFault> faults) {
    var all =
        faults.stream().map(f -> new Fault(f.getClass().getSimpleName(), f.message())).toList();
    var message = String.join(System.lineSeparator(), all.stream().map(Fault::message).toList());
    boolean wrong =
        faults.stream()
            .anyMatch(
                fault ->
                    fault instanceof WeightingFault.BadTarget
                        || fault instanceof WeightingFault.InconsistentTotals);
    if (wrong) {
      return new WrongInputException("%s: %s".formatted(margins, message));
    }
    var none = new NoWeights(true, all, message);
    if (summary != null) {
      writeSummary(summary, none);
    }
    return result.noAnswer(method.name(), none, message);
  }

  private void write(PeopleFile file, Weights weights) {
    if (summary != null) {
      writeSummary(
          summary,
          new Summary(
              true,
              weights.iterations(),
              weights.largestDiscrepancy(),
              weights.designEffect(),
              weights.effectiveSampleSize(),
              weights.minimum(),
              weights.maximum()));
    }
    result.write(
        out -> {
          var writer = new OutputStreamWriter(out, UTF_8);
          var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
          csv.writeRecord("id", "weight");
          for (int i = 0; i < file.size(); i++) {
            csv.writeRecord(file.id(i), Double.toString(weights.of(i)));
          }
          csv.flush();
        });
  }

  private void writeSummary(Path target, Object body) {
    try {
      WholeFile.write(target, out -> Json.writeResult(out, method.name(), body));
    } catch (IOException e) {
      throw new FailedException("The summary could not be written: " + e.getMessage(), e);
    }
  }
}
