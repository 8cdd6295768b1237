package org.earshot.server.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Reader;
import org.jspecify.annotations.Nullable;

/// Gives the rows of a report their names, in the order in which the body lists them.
@Singleton
final class DebtTables {

  /// Where a row stands and what it is called.
  private record Place(int position, String name, @Nullable String query) {}

  private record Placed(Place place, PublicDebt.Row row) {}

  private final Places places;

  DebtTables(Places places) {
    this.places = places;
  }

  List<DebtTable> of(PublicDebt debt, Reader reader) {
    return debt.tables().stream().map(table -> table(table, reader)).toList();
  }

  List<DebtTable> of(DebtReport debt, Reader reader) {
    return debt.tables().stream()
        .map(
            table ->
                new PublicDebt.Table(
                    table.by(), table.rows().stream().map(DebtTables::unhidden).toList()))
        .map(table -> table(table, reader))
        .toList();
  }

  private static PublicDebt.Row unhidden(DebtReport.Row row) {
    var counts = row.counts();
    return new PublicDebt.Row(
        row.id(),
        new PublicDebt.Cells(counts.heard(), counts.owed(), counts.overdue()),
        row.medianDays(),
        row.longestDays());
  }

  private DebtTable table(PublicDebt.Table table, Reader reader) {
    var lines =
        table.rows().stream()
            .map(row -> new Placed(place(table.by(), row.id(), reader), row))
            .sorted(Comparator.comparingInt(placed -> placed.place().position()))
            .map(placed -> line(placed, reader))
            .toList();
    var title =
        places.dimensions().stream()
            .filter(dimension -> dimension.code().equals(table.by()))
            .map(dimension -> dimension.name(reader.language()))
            .findFirst()
            .orElse("");
    boolean hides = table.rows().stream().anyMatch(row -> row.cells().hidesAny());
    return new DebtTable(title.isEmpty() ? table.by() : "segment", title, hides, lines);
  }

  private static DebtTable.Line line(Placed placed, Reader reader) {
    var cells = placed.row().cells();
    return new DebtTable.Line(
        placed.place().name(),
        placed.place().query(),
        number(cells.heard(), reader),
        number(cells.owed(), reader),
        number(cells.overdue(), reader),
        placed.row().medianDays(),
        placed.row().longestDays());
  }

  private static @Nullable String number(@Nullable Long count, Reader reader) {
    return count == null ? null : reader.number(count);
  }

  private Place place(String by, @Nullable String id, Reader reader) {
    if (id == null) {
      return new Place(Integer.MAX_VALUE, reader.text("publish.debt.unsaid"), null);
    }
    var uuid = UUID.fromString(id);
    return switch (by) {
      case "service" -> service(uuid, reader);
      case "area" -> area(uuid);
      default -> segment(uuid, reader);
    };
  }

  private Place service(UUID id, Reader reader) {
    var services = places.services();
    for (int i = 0; i < services.size(); i++) {
      if (services.get(i).id().equals(id)) {
        var service = services.get(i);
        return new Place(i, service.name(reader.language()), "service=" + service.code());
      }
    }
    throw new IllegalStateException("A case belongs to a service that is not there.");
  }

  private Place area(UUID id) {
    List<Area> areas = places.areas();
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i).id().equals(id)) {
        return new Place(i, areas.get(i).name(), "area=" + areas.get(i).code());
      }
    }
    throw new IllegalStateException("A voice is about an area that is not there.");
  }

  private Place segment(UUID id, Reader reader) {
    var all = new ArrayList<org.earshot.server.places.Segment>();
    places.dimensions().forEach(dimension -> all.addAll(dimension.segments()));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return new Place(i, all.get(i).name(reader.language()), null);
      }
    }
    throw new IllegalStateException("A voice has a segment that is not there.");
  }
}
