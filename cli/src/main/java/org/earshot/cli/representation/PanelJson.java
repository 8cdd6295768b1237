package org.earshot.cli.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.earshot.representation.sortition.Certificate;
import org.earshot.representation.sortition.Relaxation;
import org.jspecify.annotations.Nullable;

/// The result of `earshot panel`.
///
/// @param selected the panel drawn; absent without a draw
/// @param draw how it was drawn, and the equal panels from which; absent without `--draw`
record PanelJson(
    int size,
    String objective,
    List<PersonJson> people,
    double minimum,
    double gini,
    double geometricMean,
    List<OnePanel> panels,
    Proof certificate,
    @JsonInclude(Include.NON_NULL) @Nullable List<String> selected,
    @JsonInclude(Include.NON_NULL) @Nullable DrawJson draw) {

  /// Someone and their chance, with the reason when asked.
  record PersonJson(
      String id, double probability, @JsonInclude(Include.NON_NULL) @Nullable String because) {}

  /// A panel that may be drawn.
  record OnePanel(double probability, List<String> members) {}

  /// The proof that no lottery is fairer; see `docs/methods/representation.md`.
  ///
  /// @param gap how much more chance the proof leaves open for anybody
  record Proof(
      double gap, boolean checked, String remark, List<Step> stages, List<Certificate.Cut> cuts) {}

  /// One stage of the proof.
  record Step(
      double value,
      int people,
      List<String> settled,
      List<Integer> rows,
      List<String> names,
      List<Double> multipliers) {}

  /// The public draw.
  ///
  /// @param equalPanels panels of which each is as likely as any other
  /// @param lotterySha256 of their text: a line a panel, ids with commas between them
  /// @param leastChance the least chance of anybody who has one
  /// @param largestLoss how much less chance anybody has than in the exact lottery, at most
  record DrawJson(
      int panels,
      String lotterySha256,
      double leastChance,
      double largestLoss,
      @JsonInclude(Include.NON_NULL) @Nullable String commitment,
      @JsonInclude(Include.NON_NULL) @Nullable String beacon,
      @JsonInclude(Include.NON_NULL) @Nullable Integer counter,
      @JsonInclude(Include.NON_NULL) @Nullable Integer index,
      List<List<String>> equalPanels) {}

  /// Why there is no panel.
  record NoPanel(
      boolean infeasible, @Nullable Double objective, List<ChangeJson> changes, String message) {

    static NoPanel of(Relaxation relaxation) {
      return new NoPanel(
          true,
          relaxation.objective().isPresent() ? relaxation.objective().getAsDouble() : null,
          relaxation.changes().stream()
              .map(
                  change ->
                      new ChangeJson(
                          change.category(),
                          change.feature(),
                          change.minimum() ? "min" : "max",
                          change.from(),
                          change.to()))
              .toList(),
          relaxation.message());
    }
  }

  /// One bound of one quota, changed.
  record ChangeJson(String feature, String value, String bound, int from, int to) {}

  /// What `--check` found.
  ///
  /// @param arithmetic false if the result rests on a second solver's word for some cuts
  record Checked(boolean holds, double gap, boolean arithmetic, List<String> faults) {}
}
