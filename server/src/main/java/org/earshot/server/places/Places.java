package org.earshot.server.places;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// What the rest of the server asks about places: areas, segments, services, promises. Answers from
/// memory; a change on another node is seen within seconds. [PlacesEditor] writes.
@ApplicationScoped
public class Places {

  private final Database database;
  private volatile @Nullable Territory seen;

  Places(Database database) {
    this.database = database;
  }

  public List<Area> areas() {
    return now().areas;
  }

  public Optional<Area> findArea(UUID id) {
    return areas().stream().filter(area -> area.id().equals(id)).findFirst();
  }

  /// An area by its code, its name or its id, as links, forms and imports name it.
  public Optional<Area> findArea(String codeOrNameOrId) {
    var wanted = codeOrNameOrId.strip();
    var areas = areas();
    return areas.stream()
        .filter(area -> area.code().equalsIgnoreCase(wanted))
        .findFirst()
        .or(() -> areas.stream().filter(area -> isCalled(area, wanted)).findFirst());
  }

  static boolean isCalled(Area area, String name) {
    return area.code().equalsIgnoreCase(name)
        || area.name().equalsIgnoreCase(name)
        || area.id().toString().equals(name);
  }

  /// The area that covers a point, if one does; the first when several do.
  public Optional<Area> areaAt(double longitude, double latitude) {
    return now().areaAt(longitude, latitude);
  }

  /// The picture of all areas; nothing when no area has a shape.
  public Optional<AreaMap> map() {
    return now().map;
  }

  public List<Dimension> dimensions() {
    return now().dimensions;
  }

  public Optional<Segment> findSegment(UUID id) {
    return dimensions().stream()
        .flatMap(dimension -> dimension.segments().stream())
        .filter(segment -> segment.id().equals(id))
        .findFirst();
  }

  /// How many residents belong to a segment, in an area or in all; nothing when nobody counted.
  public Optional<Long> population(UUID segment, @Nullable UUID area) {
    return now().population(segment, area);
  }

  /// Every service, the front desk first, closed ones too.
  public List<Service> services() {
    return now().services;
  }

  public List<Service> openServices() {
    return services().stream().filter(service -> !service.closed()).toList();
  }

  public Optional<Service> findService(UUID id) {
    return services().stream().filter(service -> service.id().equals(id)).findFirst();
  }

  public Optional<Service> findService(String codeOrNameOrId) {
    var wanted = codeOrNameOrId.strip();
    return services().stream()
        .filter(
            service ->
                service.code().equalsIgnoreCase(wanted)
                    || service.names().includes(wanted)
                    || service.id().toString().equals(wanted))
        .findFirst();
  }

  public Service getService(UUID id) {
    return findService(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no service %s.".formatted(id)));
  }

  /// The service that takes what nobody else was asked for.
  public Service frontDesk() {
    return services().stream()
        .filter(Service::frontDesk)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("This instance has not been set up yet."));
  }

  /// The day by which a service owes its answer to something heard on `from`.
  public LocalDate promise(UUID service, LocalDate from) {
    var territory = now();
    return territory.calendar(service).after(from, getService(service).promiseDays());
  }

  /// The working days of a service after `from` up to and including `to`; negative when `to` comes
  /// first.
  public int workingDaysBetween(UUID service, LocalDate from, LocalDate to) {
    return now().calendar(service).between(from, to);
  }

  /// The day that is so many working days of the service after `from`.
  public LocalDate addWorkingDays(UUID service, LocalDate from, int days) {
    return now().calendar(service).after(from, days);
  }

  public boolean isWorkingDay(UUID service, LocalDate day) {
    return now().calendar(service).isWorking(day);
  }

  /// Days off: those of one service alone, or with null those of every service.
  public List<LocalDate> holidays(@Nullable UUID service) {
    return now().holidays.getOrDefault(Optional.ofNullable(service), List.of());
  }

  public List<String> urgentWords(String language) {
    return now().urgentWords.getOrDefault(language, List.of());
  }

  /// Whether a text names a word that may mean danger. A text in a language without a list, or in
  /// an unknown one ("und"), is searched for the words of every language.
  public boolean mayBeUrgent(String language, String words) {
    return now().mayBeUrgent(language, words);
  }

  @Scheduled(every = "3s")
  void refresh() {
    var known = seen;
    if (known != null && !database.read(Territory::version).equals(known.version)) {
      seen = database.read(Territory::read);
    }
  }

  /// Forgets the snapshot, so that the next question reads what was just committed.
  void forget() {
    seen = null;
  }

  private Territory now() {
    var known = seen;
    if (known == null) {
      known = database.read(Territory::read);
      seen = known;
    }
    return known;
  }
}
