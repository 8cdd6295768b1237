package org.earshot.server.office;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.listen.Retention;
import org.earshot.server.places.AreasReplaced;
import org.earshot.server.places.Dimension;
import org.earshot.server.places.MarginRow;
import org.earshot.server.places.Names;
import org.earshot.server.places.NewArea;
import org.earshot.server.places.PlacesEditor;
import org.earshot.server.places.Segment;
import org.earshot.server.places.Service;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Changes of settings: each one transaction and one act in the ledger.
@ApplicationScoped
public class Settings {

  /// The subject of acts about the body itself.
  static final UUID BODY = new UUID(0, 0);

  private final Database database;
  private final Bodies bodies;
  private final PlacesEditor places;
  private final Retention retention;
  private final Ledger ledger;
  private final Clock clock;

  Settings(
      Database database,
      Bodies bodies,
      PlacesEditor places,
      Retention retention,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.bodies = bodies;
    this.places = places;
    this.retention = retention;
    this.ledger = ledger;
    this.clock = clock;
  }

  void changeBody(StaffMember who, Body body) {
    change(who, "body", handle -> bodies.save(handle, body));
  }

  void addService(StaffMember who, String code, Names names, int promiseDays) {
    change(
        who,
        "service-added:" + code,
        handle -> places.addService(handle, code, names, Names.none(), false, promiseDays));
  }

  void changeService(StaffMember who, Service service, Collection<LocalDate> holidays) {
    change(
        who,
        "service:" + service.code(),
        handle -> {
          places.changeService(handle, service);
          places.setHolidays(handle, service.id(), holidays);
        });
  }

  void setHolidays(StaffMember who, @Nullable UUID service, Collection<LocalDate> days) {
    change(who, "holidays", handle -> places.setHolidays(handle, service, days));
  }

  void setUrgentWords(StaffMember who, Map<Language, List<String>> words) {
    change(
        who,
        "urgent-words",
        handle ->
            words.forEach(
                (language, list) -> places.setUrgentWords(handle, language.code(), list)));
  }

  void keepFor(StaffMember who, Retention.Periods periods) {
    change(
        who,
        "retention:%d,%d".formatted(periods.contactMonths(), periods.wordsMonths()),
        handle -> retention.save(handle, periods));
  }

  /// Replaces the areas; stores nothing when a voice names one that would vanish.
  AreasReplaced replaceAreas(StaffMember who, List<NewArea> areas) {
    return database.inTransaction(
        handle -> {
          var result = places.replaceAreas(handle, areas);
          switch (result) {
            case AreasReplaced.Done _ -> append(handle, who, "areas");
            case AreasReplaced.StillNamed _ -> handle.rollback();
          }
          return result;
        });
  }

  void importMargins(StaffMember who, Language language, List<MarginRow> rows) {
    change(who, "margins", handle -> places.importMargins(handle, language, rows));
  }

  /// Stores the names of dimensions and segments as they are in these.
  void nameDimensions(StaffMember who, List<Dimension> dimensions) {
    change(
        who,
        "segments",
        handle -> {
          for (var dimension : dimensions) {
            places.changeDimension(handle, dimension.id(), dimension.names(), dimension.reasons());
            for (Segment segment : dimension.segments()) {
              places.renameSegment(handle, segment.id(), segment.names());
            }
          }
        });
  }

  private void change(StaffMember who, String what, Consumer<Handle> work) {
    database.useTransaction(
        handle -> {
          work.accept(handle);
          append(handle, who, what);
        });
  }

  private void append(Handle handle, StaffMember who, String what) {
    ledger.append(
        handle,
        List.of(
            new NewAct(
                ActType.SETTINGS_CHANGED,
                "body",
                BODY,
                Actor.staff(who.id()),
                clock.instant(),
                Map.of("what", what))));
  }
}
