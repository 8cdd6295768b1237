package org.earshot.cli.representation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.earshot.cli.InputFile;
import org.earshot.cli.WrongInputException;
import org.earshot.representation.sortition.Certificate;
import org.earshot.representation.sortition.CertificateCheck;
import org.earshot.representation.sortition.Lottery;
import org.earshot.representation.sortition.ProofTree;
import org.jspecify.annotations.Nullable;

/// A result of `earshot panel` that somebody checks: read back from its JSON, and nothing in it
/// trusted.
final class CheckedResult {

  private static final int DEEPEST = 2000;

  private final String file;
  private final SeatedPool pool;
  private final Map<String, Integer> open = new HashMap<>();

  private CheckedResult(String file, SeatedPool pool) {
    this.file = file;
    this.pool = pool;
    for (int i = 0; i < pool.open().people().size(); i++) {
      open.put(pool.open().people().get(i).id(), i);
    }
  }

  /// Checks the lottery and the proof in `file` against the pool, by arithmetic.
  static CertificateCheck.Finding check(String file, SeatedPool pool) {
    try (var input = InputFile.open(file)) {
      return new CheckedResult(file, pool).check(new ObjectMapper().readTree(input.stream()));
    } catch (JacksonException e) {
      throw new WrongInputException(
          "%s, line %d: not JSON.%nGive the result of earshot panel."
              .formatted(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private CertificateCheck.Finding check(JsonNode json) {
    var panels = new ArrayList<Lottery.Panel>();
    for (var panel : part(json, "panels")) {
      panels.add(new Lottery.Panel(number(panel, "probability"), drawn(part(panel, "members"))));
    }
    var certificate = part(json, "certificate");
    var stages = new ArrayList<Certificate.Stage>();
    for (var stage : part(certificate, "stages")) {
      stages.add(
          new Certificate.Stage(
              number(stage, "value"),
              (int) number(stage, "people"),
              strings(part(stage, "settled")).stream().map(this::person).toList(),
              integers(part(stage, "rows")),
              strings(part(stage, "names")),
              numbers(part(stage, "multipliers"))));
    }
    var cuts = new ArrayList<Certificate.Cut>();
    for (var cut : part(certificate, "cuts")) {
      var proof = cut.get("proof");
      cuts.add(
          new Certificate.Cut(
              numbers(part(cut, "worth")),
              number(cut, "most"),
              proof == null || proof.isNull() ? null : tree(proof, 0)));
    }
    return CertificateCheck.of(pool.open(), objective(json), panels, stages, cuts);
  }

  private Lottery.Objective objective(JsonNode json) {
    var name = part(json, "objective").asText();
    for (var objective : Lottery.Objective.values()) {
      if (objective.name().toLowerCase(Locale.ROOT).equals(name)) {
        return objective;
      }
    }
    throw wrong("the objective '%s' is not known".formatted(Table.shown(name)));
  }

  /// The members of a panel who were drawn, without those who sat before.
  private List<Integer> drawn(JsonNode members) {
    Set<String> seated = pool.seated();
    var ids = strings(members);
    if (!ids.containsAll(seated)) {
      throw wrong("a panel is without somebody who sits on it already");
    }
    return ids.stream().filter(id -> !seated.contains(id)).map(this::person).toList();
  }

  private Integer person(String id) {
    Integer found = open.get(id);
    if (found == null) {
      throw wrong("'%s' cannot be drawn from this pool".formatted(Table.shown(id)));
    }
    return found;
  }

  private ProofTree tree(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw wrong("a proof is deeper than %d branches".formatted(DEEPEST));
    }
    if (node.has("below")) {
      return new ProofTree.Branch(
          (int) number(node, "variable"),
          (int) number(node, "floor"),
          tree(part(node, "below"), depth + 1),
          tree(part(node, "above"), depth + 1));
    }
    return new ProofTree.Leaf(
        integers(part(node, "rows")),
        numbers(part(node, "multipliers")),
        part(node, "empty").asBoolean());
  }

  private JsonNode part(JsonNode node, String name) {
    @Nullable JsonNode part = node.get(name);
    if (part == null) {
      throw wrong("there is no \"%s\"".formatted(name));
    }
    return part;
  }

  private double number(JsonNode node, String name) {
    return number(part(node, name));
  }

  private double number(JsonNode node) {
    if (!node.isNumber()) {
      throw wrong("'%s' is not a number".formatted(Table.shown(node.toString())));
    }
    return node.asDouble();
  }

  private List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(this::number).toList();
  }

  private List<Integer> integers(JsonNode array) {
    return numbers(array).stream().map(Double::intValue).toList();
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private WrongInputException wrong(String what) {
    return new WrongInputException(
        "%s: %s.%nGive the result of earshot panel for the same people, quotas and size."
            .formatted(file, what));
  }
}
