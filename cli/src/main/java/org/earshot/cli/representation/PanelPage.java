package org.earshot.cli.representation;

import io.quarkus.qute.RawString;
import java.util.List;

/// What the template `panel.html` shows; every text is plain and will be escaped.
///
/// @param ladder everybody's chance, from the least to the largest
/// @param groups people with the same chance for the same reason
/// @param binding quotas that decide about chances, the strongest first
/// @param otherBinding how many more of them there are
/// @param quotas pool, quotas and expected panel, per feature
/// @param people everybody with their chance and reason
/// @param otherPeople how many of them are not shown
/// @param draw the draw; empty texts without one
public record PanelPage(
    String title,
    String lead,
    List<Fact> facts,
    RawString ladder,
    List<Group> groups,
    List<String> binding,
    int otherBinding,
    RawString seats,
    List<QuotaRow> quotas,
    List<PersonRow> people,
    int otherPeople,
    Proof proof,
    Draw draw,
    int panels) {

  /// One number with what it counts.
  public record Fact(String label, String value) {}

  /// People with the same chance.
  public record Group(String odds, double chance, long people, String because, String example) {}

  /// One feature.
  ///
  /// @param volunteers people in the pool with it
  /// @param seats people with it on the panel, on average
  /// @param finding empty if the quota does not bind
  public record QuotaRow(
      String category,
      String feature,
      long volunteers,
      double poolShare,
      String asked,
      double seats,
      double panelShare,
      String finding,
      String style) {}

  /// One person.
  public record PersonRow(String id, String odds, double chance, String because) {}

  /// The certificate.
  public record Proof(boolean holds, String sentence, List<StageRow> stages, int cuts) {}

  /// One stage of the certificate.
  public record StageRow(int number, double least, long people, String rows) {}

  /// The public draw.
  public record Draw(
      boolean rounded,
      String sentence,
      List<Fact> numbers,
      boolean drawn,
      List<String> selected,
      String panelNumber) {}
}
