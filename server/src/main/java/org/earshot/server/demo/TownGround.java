package org.earshot.server.demo;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.earshot.demo.Community;
import org.earshot.demo.DemoStaff;
import org.earshot.demo.Texts;
import org.earshot.server.ledger.Actor;
import org.earshot.server.places.Margin;
import org.earshot.server.places.Names;
import org.earshot.server.places.NewArea;
import org.earshot.server.places.PlacesEditor;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.NewStaff;
import org.earshot.server.platform.identity.StaffAccounts;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.understand.Needs;
import org.earshot.server.understand.NewNeed;
import org.jdbi.v3.core.Handle;

/// The town before anybody says anything: the body, places, services, staff and needs.
@Singleton
final class TownGround {

  /// Everybody's password in the demonstration; printed at start, and the page says that all is
  /// invented.
  static final String PASSWORD = "riverbend-listens";

  private final Bodies bodies;
  private final PlacesEditor places;
  private final StaffAccounts accounts;
  private final Needs needs;

  TownGround(Bodies bodies, PlacesEditor places, StaffAccounts accounts, Needs needs) {
    this.bodies = bodies;
    this.places = places;
    this.accounts = accounts;
    this.needs = needs;
  }

  TownIds lay(Handle handle, Community town, String address) {
    var ids = new TownIds();
    layBody(handle, town, address);
    layPlaces(handle, town, ids);
    layServices(handle, town, ids);
    town.staff().forEach(person -> addStaff(handle, person, ids));
    openNeeds(handle, town, ids);
    return ids;
  }

  private void layBody(Handle handle, Community town, String address) {
    bodies.save(
        handle,
        new Body(
            town.name().en() + " City Council",
            town.name().en(),
            List.of(Language.values()),
            town.zone(),
            "112",
            address,
            "listening@riverbend.example",
            true));
  }

  private void layPlaces(Handle handle, Community town, TownIds ids) {
    for (var area : town.areas()) {
      var fresh = new NewArea(area.code(), area.name().en(), area.geometry());
      ids.area(area.code(), places.addArea(handle, fresh).id());
    }
    for (var dimension : town.dimensions()) {
      var added =
          places.addDimension(handle, dimension.code(), names(dimension.name()), Names.none());
      for (var segment : dimension.segments()) {
        var id = places.addSegment(handle, added.id(), segment.code(), names(segment.name())).id();
        ids.segment(segment.code(), id);
      }
    }
    places.replaceMargins(handle, margins(town, ids));
    town.urgentWords().forEach((language, words) -> places.setUrgentWords(handle, language, words));
  }

  private static List<Margin> margins(Community town, TownIds ids) {
    var margins = new ArrayList<Margin>();
    var whole = new java.util.TreeMap<String, Long>();
    for (var margin : town.margins()) {
      margins.add(
          new Margin(ids.segment(margin.segment()), ids.area(margin.areaCode()), margin.people()));
      whole.merge(margin.segment(), margin.people(), Long::sum);
    }
    whole.forEach((segment, people) -> margins.add(new Margin(ids.segment(segment), null, people)));
    return margins;
  }

  private void layServices(Handle handle, Community town, TownIds ids) {
    for (var service : town.services()) {
      var added =
          places.addService(
              handle,
              service.code(),
              names(service.name()),
              names(service.about()),
              service.code().equals("front-desk"),
              service.promiseWorkingDays());
      places.changeService(
          handle,
          new Service(
              added.id(),
              added.code(),
              added.names(),
              added.descriptions(),
              added.frontDesk(),
              EnumSet.copyOf(service.workingDays()),
              added.promiseDays(),
              service.code().equals("housing"), // one service shows the second look
              false));
      places.setHolidays(handle, added.id(), service.holidays());
      ids.service(service.code(), added.id());
    }
  }

  private void addStaff(Handle handle, DemoStaff person, TownIds ids) {
    var services =
        person.services().stream().map(ids::service).collect(Collectors.toUnmodifiableSet());
    var id =
        accounts
            .add(
                handle,
                new NewStaff(
                    person.login(),
                    person.displayName(),
                    person.publicName(),
                    person.login() + "@riverbend.example",
                    "en",
                    Set.of(person.role()),
                    services))
            .orElseThrow();
    accounts.setPassword(handle, id, PASSWORD);
    ids.staff(
        person.login(),
        id,
        person.services().isEmpty() ? "front-desk" : person.services().getFirst());
  }

  private void openNeeds(Handle handle, Community town, TownIds ids) {
    var opener = ids.staff(town.staff().getFirst().login());
    var all =
        town.needs().stream()
            .map(
                need ->
                    new NewNeed(
                        names(need.title()),
                        Names.of(Language.EN, need.summary()),
                        ids.service(need.service()),
                        need.findAreaCode().map(ids::area).orElse(null),
                        need.isPublic(),
                        Actor.staff(opener),
                        need.openedAt()))
            .toList();
    var opened = needs.openAll(handle, all);
    for (int i = 0; i < opened.size(); i++) {
      ids.need(town.needs().get(i).key(), opened.get(i));
    }
  }

  static Names names(Texts texts) {
    return new Names(texts.byLanguage());
  }
}
