package org.earshot.server.places;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.earshot.server.platform.db.NewId;
import org.earshot.server.platform.i18n.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The write side of [Places], in the caller's transaction: for the first run, the settings pages
/// and the demonstration. [Places] answers with the change once it is committed.
@ApplicationScoped
public class PlacesEditor {

  public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private final Places places;

  PlacesEditor(Places places) {
    this.places = places;
  }

  public Area addArea(Handle handle, NewArea fresh) {
    var shape = fresh.shapeGeoJson();
    if (shape != null) {
      Shape.ofGeoJson(shape);
    }
    var sql = new Areas(handle);
    var area = new Area(NewId.next(), fresh.code(), fresh.name(), shape);
    sql.save(area, sql.nextPosition());
    changed(handle);
    return area;
  }

  /// Makes the areas these and no others. An area keeps its id when its code stays. Refuses to
  /// remove one that a voice names; the caller then rolls back.
  public AreasReplaced replaceAreas(Handle handle, List<NewArea> fresh) {
    var sql = new Areas(handle);
    var stillNamed = new ArrayList<Area>();
    var before = sql.list();
    for (var area : before) {
      if (fresh.stream().noneMatch(next -> next.code().equalsIgnoreCase(area.code()))
          && !sql.remove(area.id())) {
        stillNamed.add(area);
      }
    }
    if (!stillNamed.isEmpty()) {
      return new AreasReplaced.StillNamed(stillNamed);
    }
    for (int i = 0; i < fresh.size(); i++) {
      var next = fresh.get(i);
      var id =
          before.stream()
              .filter(area -> area.code().equalsIgnoreCase(next.code()))
              .map(Area::id)
              .findFirst()
              .orElseGet(NewId::next);
      sql.save(new Area(id, next.code(), next.name(), next.shapeGeoJson()), i + 1);
    }
    changed(handle);
    return new AreasReplaced.Done(fresh.size());
  }

  public Dimension addDimension(Handle handle, String code, Names names, Names reasons) {
    var dimension = new Dimension(NewId.next(), code, names, reasons, List.of());
    new Dimensions(handle).add(dimension);
    changed(handle);
    return dimension;
  }

  public void changeDimension(Handle handle, UUID dimension, Names names, Names reasons) {
    new Dimensions(handle).change(dimension, names, reasons);
    changed(handle);
  }

  public Segment addSegment(Handle handle, UUID dimension, String code, Names names) {
    var segment = new Segment(NewId.next(), dimension, code, names);
    new Dimensions(handle).add(segment);
    changed(handle);
    return segment;
  }

  public void renameSegment(Handle handle, UUID segment, Names names) {
    new Dimensions(handle).rename(segment, names);
    changed(handle);
  }

  public void replaceMargins(Handle handle, List<Margin> margins) {
    new Dimensions(handle).replaceMargins(margins);
    changed(handle);
  }

  /// Replaces the margins by the lines of a file, adding dimensions and segments that nobody knew.
  ///
  /// @param language the language in which the file names things
  public void importMargins(Handle handle, Language language, List<MarginRow> rows) {
    var areas = new Areas(handle).list();
    var sql = new Dimensions(handle);
    var margins = new ArrayList<Margin>();
    var known = new ArrayList<>(sql.list());
    var segments = new ArrayList<Segment>();
    known.forEach(dimension -> segments.addAll(dimension.segments()));
    for (var row : rows) {
      var dimension =
          known.stream()
              .filter(one -> isCalled(one.code(), one.names(), row.dimension()))
              .findFirst()
              .orElseGet(
                  () -> {
                    var codes = known.stream().map(Dimension::code).toList();
                    var code = newCode(row.dimension(), codes);
                    var names = Names.of(language, row.dimension());
                    var added = addDimension(handle, code, names, Names.none());
                    known.add(added);
                    return added;
                  });
      var segment =
          segments.stream()
              .filter(one -> one.dimension().equals(dimension.id()))
              .filter(one -> isCalled(one.code(), one.names(), row.segment()))
              .findFirst()
              .orElseGet(
                  () -> {
                    var codes = segments.stream().map(Segment::code).toList();
                    var code = newCode(row.segment(), codes);
                    var names = Names.of(language, row.segment());
                    var added = addSegment(handle, dimension.id(), code, names);
                    segments.add(added);
                    return added;
                  });
      var area = row.area();
      var areaId =
          area == null
              ? null
              : areas.stream()
                  .filter(one -> Places.isCalled(one, area))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("No area is called " + area))
                  .id();
      margins.add(new Margin(segment.id(), areaId, row.population()));
    }
    replaceMargins(handle, margins);
  }

  private static boolean isCalled(String code, Names names, String wanted) {
    return code.equalsIgnoreCase(wanted) || names.includes(wanted);
  }

  /// Adds a service that works Monday to Friday; [#changeService] says otherwise.
  ///
  /// @param promiseDays working days within which it answers, 1 to 250
  public Service addService(
      Handle handle,
      String code,
      Names names,
      Names descriptions,
      boolean frontDesk,
      int promiseDays) {
    var service =
        new Service(
            NewId.next(),
            code,
            names,
            descriptions,
            frontDesk,
            MONDAY_TO_FRIDAY,
            promiseDays,
            false,
            false);
    new Services(handle).add(service);
    changed(handle);
    return service;
  }

  public void changeService(Handle handle, Service service) {
    if (service.frontDesk() && service.closed()) {
      throw new IllegalArgumentException("The front desk cannot close.");
    }
    new Services(handle).change(service);
    changed(handle);
  }

  /// Sets the days off of one service, or with null those of every service.
  public void setHolidays(Handle handle, @Nullable UUID service, Collection<LocalDate> days) {
    new Services(handle).setHolidays(service, days);
    changed(handle);
  }

  public void setUrgentWords(Handle handle, String language, Collection<String> words) {
    new Services(handle).setUrgentWords(language, words);
    changed(handle);
  }

  /// Gives each language the words that come with the product.
  public void setUsualUrgentWords(Handle handle, Collection<Language> languages) {
    for (var language : languages) {
      var name = "urgent-words_%s.txt".formatted(language.code());
      try (var stream = PlacesEditor.class.getResourceAsStream(name)) {
        if (stream != null) {
          var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          var words = text.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
          setUrgentWords(handle, language.code(), words);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A short code for a name that is not among those taken: "Streets and lights" is
  /// "streets-and-lights".
  public static String newCode(String name, Collection<String> taken) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}+]+", "-")
            .replaceAll("^-|-$", "");
    var code = plain.isEmpty() ? "x" : plain.substring(0, Math.min(plain.length(), 40));
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? code : code + "-" + n)
        .filter(one -> taken.stream().noneMatch(one::equalsIgnoreCase))
        .findFirst()
        .orElseThrow();
  }

  private void changed(Handle handle) {
    handle
        .createUpdate(
            """
            INSERT INTO setting (key, value) VALUES ('territory-version', to_jsonb(gen_random_uuid()))
            ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
            """)
        .execute();
    handle.afterCommit(places::forget);
  }
}
