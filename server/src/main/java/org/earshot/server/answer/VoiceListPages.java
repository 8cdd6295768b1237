package org.earshot.server.answer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.VoiceSearch;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Puts the list of voices together: one of the morning page's views, or what a search finds.
@Singleton
final class VoiceListPages {

  private static final int PAGE = 40;
  private static final List<String> STATES =
      List.of("owed", "new", "open", "answered", "withdrawn");

  private final Database database;
  private final Places places;
  private final CurrentStaff current;
  private final Casework casework;
  private final Visitor visitor;

  VoiceListPages(
      Database database, Places places, CurrentStaff current, Casework casework, Visitor visitor) {
    this.database = database;
    this.places = places;
    this.current = current;
    this.casework = casework;
    this.visitor = visitor;
  }

  VoiceListResource.Voices page(VoiceListForm form) {
    return database.read(handle -> page(handle, form));
  }

  private VoiceListResource.Voices page(Handle handle, VoiceListForm form) {
    var me = current.get();
    var reader = visitor.reader();
    var services = chosen(me, form.service());
    var lists = new CaseLists(handle, me, casework.today());
    var view = CaseView.find(form.view());
    List<CaseLine> lines;
    String next = null;
    LocalDate lookedUntil = null;
    if (view.isPresent() && !form.searches()) {
      lines = lists.page(view.get(), services, form.afterCase(), PAGE + 1);
      if (lines.size() > PAGE) {
        var last = lines.get(PAGE - 1);
        next = form.address(last.sortKey() + '~' + last.voice());
      }
    } else {
      var page =
          VoiceSearch.find(handle, wanted(form, me, services, reader), after(form), PAGE + 1);
      lines = lists.ofVoices(page.voices());
      var last = page.found().size() > PAGE ? page.found().get(PAGE - 1) : page.lookedUntil();
      if (last != null) {
        next = form.address(last.saidAt().toString() + '~' + last.voice());
      }
      if (page.lookedUntil() != null) {
        lookedUntil = LocalDate.ofInstant(page.lookedUntil().saidAt(), reader.zone());
      }
    }
    var cards =
        new CaseCards(places, reader, casework.today())
            .of(lines.subList(0, Math.min(PAGE, lines.size())));
    return page(form, me, reader, view.orElse(null), cards, next, lookedUntil);
  }

  private VoiceListResource.Voices page(
      VoiceListForm form,
      StaffMember me,
      Reader reader,
      @Nullable CaseView view,
      List<CaseCard> cards,
      @Nullable String next,
      @Nullable LocalDate lookedUntil) {
    var heading =
        view == null || form.searches()
            ? reader.text("answer.list.search")
            : reader.text("answer.view." + view.code());
    return new VoiceListResource.Voices(
        heading,
        view == null || form.searches() ? "" : view.code(),
        form,
        views(reader),
        serviceChoices(me, reader),
        places.areas(),
        VoiceListResource.CHANNELS.stream()
            .map(code -> new VoiceListResource.Choice(code, CaseCards.channelName(reader, code)))
            .toList(),
        STATES.stream()
            .map(code -> new VoiceListResource.Choice(code, reader.text("answer.state." + code)))
            .toList(),
        languages(reader),
        cards,
        next,
        lookedUntil);
  }

  private static List<VoiceListResource.Choice> views(Reader reader) {
    var views = new ArrayList<VoiceListResource.Choice>();
    for (var view : CaseView.values()) {
      views.add(
          new VoiceListResource.Choice(view.code(), reader.text("answer.view." + view.code())));
    }
    return views;
  }

  private List<VoiceListResource.Choice> serviceChoices(StaffMember me, Reader reader) {
    return places.services().stream()
        .filter(service -> me.mayRead(service.id()))
        .map(
            service ->
                new VoiceListResource.Choice(
                    service.id().toString(), service.name(reader.language())))
        .toList();
  }

  private static List<VoiceListResource.Choice> languages(Reader reader) {
    var languages = new ArrayList<VoiceListResource.Choice>();
    for (var language : org.earshot.server.platform.i18n.Language.values()) {
      languages.add(
          new VoiceListResource.Choice(
              language.code(), CaseCards.languageName(reader, language.code())));
    }
    return languages;
  }

  private static List<UUID> chosen(StaffMember me, @Nullable UUID service) {
    return service != null && me.mayRead(service) ? List.of(service) : List.copyOf(me.services());
  }

  static VoiceSearch.Wanted wanted(
      VoiceListForm form, StaffMember me, List<UUID> services, Reader reader) {
    return new VoiceSearch.Wanted(
        form.words(),
        services,
        me.id(),
        me.roles().contains(Roles.ADMINISTRATOR),
        form.areaId(),
        VoiceListForm.orNull(form.language()),
        VoiceListForm.orNull(form.channel()),
        VoiceListForm.orNull(form.state()),
        form.fromDay(),
        form.toDay(),
        reader.zone(),
        false);
  }

  private static VoiceSearch.@Nullable Found after(VoiceListForm form) {
    var after = form.afterCase();
    return after == null ? null : new VoiceSearch.Found(after.voice(), Instant.parse(after.key()));
  }
}
