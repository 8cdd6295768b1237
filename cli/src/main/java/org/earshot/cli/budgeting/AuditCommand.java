package org.earshot.cli.budgeting;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.Project;
import org.earshot.budgeting.ProportionalityAudit;
import org.earshot.budgeting.Rule;
import org.earshot.cli.ResultOptions;
import org.earshot.cli.WrongInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `earshot audit`.
@Command(
    name = "audit",
    description = {
      "Says whether an outcome leaves a group of voters with less than their part of the budget would"
          + " have bought, and names the group and the project.",
      "Works for any outcome, whoever decided it."
    },
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE.pb", description = "The election, plain or gzipped; - for input.")
  private String file = "-";

  @Option(
      names = "--outcome",
      required = true,
      paramLabel = "IDS|official|RULE",
      description =
          "The funded projects' ids with commas between them, or official for what the file says was"
              + " decided, or a rule's name for what it would decide.")
  private String outcome = "official";

  @Option(
      names = "--measure",
      paramLabel = "cost|number",
      description =
          "What a funded project is worth to its voters: its cost (default), or one each.")
  private String measure = "cost";

  @Mixin private final ResultOptions result = new ResultOptions();

  @Override
  public Integer call() {
    var by =
        switch (measure) {
          case "cost" -> ProportionalityAudit.Measure.COST;
          case "number" -> ProportionalityAudit.Measure.NUMBER;
          default ->
              throw new WrongInputException(
                  "--measure must be cost or number, but is '%s'.".formatted(measure));
        };
    var election = result.reading(() -> ElectionFile.read(file, true));
    var json =
        result.computing(
            () -> {
              var funded = funded(election, outcome);
              return AuditJson.of(
                  file,
                  election,
                  funded.stream().map(Project::id).sorted().toList(),
                  measure,
                  ProportionalityAudit.of(election, funded, by));
            });
    result.write("ejr+ up to one project, by " + measure, json);
    return 0;
  }

  /// The projects that an outcome's name stands for.
  static List<Project> funded(Election election, String outcome) {
    if (outcome.equals("official")) {
      return Budgeting.official(election)
          .orElseThrow(
              () ->
                  new WrongInputException(
                      "--outcome official: the file's PROJECTS do not all say what was decided.%nName the funded projects' ids instead."
                          .formatted()));
    }
    if (Rule.find(outcome).isPresent()) {
      return Budgeting.decide(election, RuleOption.rule(outcome, "", election)).funded();
    }
    var byId = election.projects().stream().collect(Collectors.toMap(Project::id, p -> p));
    return Arrays.stream(outcome.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .map(
            id -> {
              var project = byId.get(id);
              if (project == null) {
                throw new WrongInputException(
                    "--outcome: there is no project '%s' in the file.%nUse its ids, official, or a rule's name."
                        .formatted(id));
              }
              return project;
            })
        .toList();
  }
}
