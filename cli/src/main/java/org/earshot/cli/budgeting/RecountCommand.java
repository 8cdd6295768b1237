package org.earshot.cli.budgeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.earshot.budgeting.Explanations;
import org.earshot.cli.InputFile;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WrongInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `earshot recount`.
@Command(
    name = "recount",
    description = {
      "Counts an election again as a recount bundle says (see budget --bundle) and compares: the"
          + " ballots, every round with its exact price, the result.",
      "Ends with 1 if anything differs, and says what differs first."
    },
    mixinStandardHelpOptions = true)
public final class RecountCommand implements Callable<Integer> {

  private static final int DIFFERENT = 1;

  @Parameters(index = "0", paramLabel = "FILE.pb", description = "The election.")
  private String file = "";

  @Parameters(index = "1", paramLabel = "BUNDLE.json", description = "The recount bundle.")
  private String bundle = "";

  @Mixin private final ResultOptions result = new ResultOptions();

  private record RecountJson(
      String file, String bundle, String rule, boolean same, List<String> differences) {}

  @Override
  public Integer call() {
    var election = result.reading(() -> ElectionFile.read(file, true));
    var said = result.reading(this::readBundle);
    var rule = RuleOption.rule(said.rule(), said.ties(), election);
    var counted =
        result.computing(() -> BundleJson.of(election, Explanations.explain(election, rule)));
    var differences = differences(said, counted);
    result.write(
        "recount of " + said.rule() + ", ties " + said.ties(),
        new RecountJson(file, bundle, said.rule(), differences.isEmpty(), differences));
    return differences.isEmpty() ? 0 : DIFFERENT;
  }

  private BundleJson readBundle() {
    try (var input = InputFile.open(bundle)) {
      var json =
          JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
      var read =
          json.readerFor(BundleJson.class)
              .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
              .<BundleJson>readValue(input.stream());
      return Optional.ofNullable(read)
          .orElseThrow(() -> new WrongInputException(bundle + " says nothing but null."));
    } catch (JsonProcessingException e) {
      throw new WrongInputException(
          "%s is no recount bundle: %s%nMake one with budget --bundle."
              .formatted(bundle, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(bundle, e.getMessage()), e);
    }
  }

  private static List<String> differences(BundleJson said, BundleJson counted) {
    var differences = new ArrayList<String>();
    compare("ballots", said.ballots(), counted.ballots(), differences);
    compare("budget", said.budget(), counted.budget(), differences);
    compare("endowment", said.endowment(), counted.endowment(), differences);
    int rounds = Math.max(said.rounds().size(), counted.rounds().size());
    for (int round = 0; round < rounds; round++) {
      var theirs = round < said.rounds().size() ? said.rounds().get(round) : null;
      var ours = round < counted.rounds().size() ? counted.rounds().get(round) : null;
      if (!Objects.equals(theirs, ours)) {
        compare("round " + (round + 1), theirs, ours, differences);
        break; // what follows would differ because of it
      }
    }
    compare("winners", said.winners(), counted.winners(), differences);
    compare("cost", said.cost(), counted.cost(), differences);
    return differences;
  }

  private static void compare(
      String what, @Nullable Object said, @Nullable Object counted, List<String> differences) {
    if (!Objects.equals(said, counted)) {
      differences.add("%s: the bundle says %s, counted %s".formatted(what, said, counted));
    }
  }
}
