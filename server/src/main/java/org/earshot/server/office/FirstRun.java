package org.earshot.server.office;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.places.AreasGeoJson;
import org.earshot.server.places.FileRead;
import org.earshot.server.places.MarginRow;
import org.earshot.server.places.MarginsCsv;
import org.earshot.server.places.Names;
import org.earshot.server.places.NewArea;
import org.earshot.server.places.PlacesEditor;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Messages;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.NewStaff;
import org.earshot.server.platform.identity.OneTimeLinks;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffAccounts;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.platform.pages.Form;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/// The first run: a one-time link on the console, and one form that makes an empty database the
/// system of one public body. Everything or nothing is stored.
@ApplicationScoped
public class FirstRun {

  /// Rows for services on the page; more can be added in the settings.
  static final int SERVICE_ROWS = 6;

  private static final Duration UNTIL_USED = Duration.ofDays(3_650);
  private static final int MOST_NAME = 100;

  /// A service as one row of the form names it.
  private record ServiceRow(String name, int promiseDays) {}

  /// Everything that the form says, checked.
  private record Wanted(
      Body body,
      int frontDeskDays,
      List<ServiceRow> services,
      List<java.time.LocalDate> holidays,
      List<NewArea> areas,
      Form form) {}

  private final Database database;
  private final Bodies bodies;
  private final OneTimeLinks links;
  private final PlacesEditor places;
  private final StaffAccounts accounts;
  private final Ledger ledger;
  private final Clock clock;
  private final String host;
  private final int port;
  private final boolean demo;

  FirstRun(
      Database database,
      Bodies bodies,
      OneTimeLinks links,
      PlacesEditor places,
      StaffAccounts accounts,
      Ledger ledger,
      Clock clock,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "earshot.demo", defaultValue = "false") boolean demo) {
    this.database = database;
    this.bodies = bodies;
    this.links = links;
    this.places = places;
    this.accounts = accounts;
    this.ledger = ledger;
    this.clock = clock;
    this.host = host;
    this.port = port;
    this.demo = demo;
  }

  void announce(@Observes StartupEvent started) {
    if (bodies.find().isEmpty() && !demo) {
      var token = database.inTransaction(this::newLink);
      System.out.printf(
          "%nEarshot is not set up yet. Open this page, once:%n%n    http://%s:%d/setup/%s%n%n",
          host.equals("0.0.0.0") ? "localhost" : host, port, token);
    }
  }

  String newLink(Handle handle) {
    return links.make(handle, OneTimeLinks.FIRST_RUN, null, UNTIL_USED);
  }

  boolean opens(String token) {
    return bodies.find().isEmpty() && database.read(handle -> isGood(handle, token));
  }

  private boolean isGood(Handle handle, String token) {
    return links
        .find(handle, token)
        .filter(link -> link.purpose().equals(OneTimeLinks.FIRST_RUN))
        .isPresent();
  }

  SetUp setUp(String token, Form form, Reader reader) {
    if (!opens(token)) {
      return new SetUp.LinkUsed();
    }
    var checks = new Checks(form, reader);
    var body = BodyForm.read(form, checks, false);
    int frontDeskDays = checks.number("frontDeskDays", form.text("frontDeskDays"), 1, 250);
    var services = serviceRows(form, checks);
    var holidays = checks.dates("holidays");
    var areas = areas(form, checks);
    administrator(form, checks);
    if (body.isEmpty() || !checks.good()) {
      checkMarginsAlone(form, checks);
      return new SetUp.Wrong(checks.errors());
    }
    var wanted = new Wanted(body.get(), frontDeskDays, services, holidays, areas, form);
    return database.inTransaction(
        handle -> {
          if (!links.use(handle, token)) {
            return new SetUp.LinkUsed();
          }
          store(handle, wanted, checks);
          if (!checks.good()) {
            handle.rollback();
            return new SetUp.Wrong(checks.errors());
          }
          return new SetUp.Done();
        });
  }

  private static List<ServiceRow> serviceRows(Form form, Checks checks) {
    var rows = new ArrayList<ServiceRow>();
    for (int i = 0; i < SERVICE_ROWS; i++) {
      var name = form.text("serviceName", i);
      var days = form.text("serviceDays", i);
      if (!name.isEmpty()) {
        if (name.length() > MOST_NAME) {
          checks.wrong("serviceName" + i, "long", MOST_NAME);
        }
        rows.add(
            new ServiceRow(
                name, days.isEmpty() ? 10 : checks.number("serviceDays" + i, days, 1, 250)));
      }
    }
    return rows;
  }

  private static List<NewArea> areas(Form form, Checks checks) {
    var file = form.file("areas");
    if (file.isEmpty()) {
      return List.of();
    }
    return switch (AreasGeoJson.read(file.get())) {
      case FileRead.Good<NewArea>(var areas) -> areas;
      case FileRead.Faulty<NewArea>(var faults) -> {
        checks.wrong("areas", faults);
        yield List.of();
      }
    };
  }

  /// The margins may name areas of the other file, so that faults of both show at once.
  private static void checkMarginsAlone(Form form, Checks checks) {
    form.file("margins")
        .ifPresent(
            file -> {
              if (MarginsCsv.read(file, List.of()) instanceof FileRead.Faulty<MarginRow>(var faults)
                  && form.file("areas").isEmpty()) {
                checks.wrong("margins", faults);
              }
            });
  }

  private void administrator(Form form, Checks checks) {
    var login = checks.text("login", MOST_NAME);
    if (login.chars().anyMatch(Character::isWhitespace)) {
      checks.wrong("login", "login");
    }
    checks.text("adminName", MOST_NAME);
    accounts
        .findPasswordFault(form.text("password"), login)
        .ifPresent(fault -> checks.wrong("password", "password." + fault));
  }

  private void store(Handle handle, Wanted wanted, Checks checks) {
    var body = wanted.body();
    var language = body.languages().getFirst();
    var form = wanted.form();
    bodies.save(handle, body);
    storeServices(handle, wanted, language);
    var stored = wanted.areas().stream().map(area -> places.addArea(handle, area)).toList();
    var margins = form.file("margins");
    if (margins.isPresent()) {
      switch (MarginsCsv.read(margins.get(), stored)) {
        case FileRead.Good<MarginRow>(var rows) -> places.importMargins(handle, language, rows);
        case FileRead.Faulty<MarginRow>(var faults) -> checks.wrong("margins", faults);
      }
    }
    places.setUsualUrgentWords(handle, body.languages());
    var administrator =
        new NewStaff(
            form.text("login"),
            form.text("adminName"),
            body.shortName(),
            null,
            language.code(),
            Set.of(Roles.ADMINISTRATOR, Roles.OPERATOR),
            Set.of());
    var id = accounts.add(handle, administrator).orElseThrow();
    accounts.setPassword(handle, id, form.text("password"));
    var now = clock.instant();
    ledger.append(
        handle,
        List.of(
            new NewAct(
                ActType.SETTINGS_CHANGED,
                "body",
                Settings.BODY,
                Actor.system(),
                now,
                Map.of("what", "first-run", "name", body.name())),
            new NewAct(
                ActType.STAFF_CHANGED,
                "staff",
                id,
                Actor.system(),
                now,
                Map.of("what", "added", "login", administrator.login()))));
  }

  private void storeServices(Handle handle, Wanted wanted, Language language) {
    var frontDesk = Names.none();
    for (var each : wanted.body().languages()) {
      frontDesk = frontDesk.with(each, Messages.text(each, "places.front-desk"));
    }
    places.addService(handle, "front-desk", frontDesk, Names.none(), true, wanted.frontDeskDays());
    var codes = new ArrayList<>(List.of("front-desk"));
    for (var row : wanted.services()) {
      var code = PlacesEditor.newCode(row.name(), codes);
      codes.add(code);
      places.addService(
          handle, code, Names.of(language, row.name()), Names.none(), false, row.promiseDays());
    }
    places.setHolidays(handle, null, wanted.holidays());
  }
}
