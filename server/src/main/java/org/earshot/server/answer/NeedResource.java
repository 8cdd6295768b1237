package org.earshot.server.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.Need;
import org.earshot.server.understand.Needs;
import org.earshot.server.understand.VoiceSearch;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One need: everybody behind it, its titles, its answers, and more voices to join.
@Path("/staff/needs/{number:\\d{1,15}}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class NeedResource {

  private static final int PAGE = 40;
  private static final int FOUND = 40;

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NeedPage(
      long number,
      String title,
      String sentence,
      String service,
      Need need,
      @Nullable UUID draft,
      List<Title> titles,
      List<CaseCard> voices,
      @Nullable String next,
      String words,
      List<CaseCard> found,
      FormErrors errors)
      implements TemplateInstance {}

  /// A title and a summary in one language.
  record Title(String code, String name, String direction, String title, String summary) {}

  private final Database database;
  private final Places places;
  private final Needs needs;
  private final NeedDesk desk;
  private final Bodies bodies;
  private final Casework casework;
  private final CurrentStaff current;
  private final Visitor visitor;

  NeedResource(
      Database database,
      Places places,
      Needs needs,
      NeedDesk desk,
      Bodies bodies,
      Casework casework,
      CurrentStaff current,
      Visitor visitor) {
    this.database = database;
    this.places = places;
    this.needs = needs;
    this.desk = desk;
    this.bodies = bodies;
    this.casework = casework;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance open(
      @PathParam("number") long number,
      @QueryParam("after") @Nullable String after,
      @QueryParam("q") @Nullable String q) {
    return page(number, after, CaseResource.orEmpty(q).strip(), new FormErrors());
  }

  private NeedPage page(long number, @Nullable String after, String words, FormErrors errors) {
    var me = current.get();
    return database.read(
        handle -> {
          var need = desk.find(handle, me, number).orElseThrow(NotFoundException::new);
          return page(handle, me, need, after, words, errors);
        });
  }

  private NeedPage page(
      Handle handle,
      StaffMember me,
      Need need,
      @Nullable String after,
      String words,
      FormErrors errors) {
    var reader = visitor.reader();
    var cards = new CaseCards(places, reader, casework.today());
    var lists = desk.lists(handle, me);
    var lines = lists.ofNeed(need.id(), VoiceListForm.after(after), PAGE + 1);
    String next = null;
    if (lines.size() > PAGE) {
      var last = lines.get(PAGE - 1);
      next = VoiceListForm.addressAfter("/staff/needs/" + need.publicNumber(), last);
    }
    return new NeedPage(
        need.publicNumber(),
        need.titles().in(reader.language()),
        sentence(handle, need, reader),
        places.getService(need.service()).name(reader.language()),
        need,
        new Answers(handle).findUnsent(new AnswerTo.Need(need.id())).orElse(null),
        titles(need, reader),
        cards.of(lines.subList(0, Math.min(PAGE, lines.size()))),
        next,
        words,
        words.isEmpty() ? List.of() : cards.of(lists.ofVoices(found(handle, me, words, reader))),
        errors);
  }

  private String sentence(Handle handle, Need need, Reader reader) {
    var line =
        new NeedLists(handle)
            .list(
                List.of(need.service()),
                String.valueOf(need.publicNumber()),
                need.publicNumber() + 1,
                1)
            .getFirst();
    var promise = line.oldestPromise();
    return promise == null
        ? reader.text("answer.need.sentence.none", needs.people(handle, need.id()))
        : reader.text(
            "answer.need.sentence",
            needs.people(handle, need.id()),
            line.owed(),
            reader.date(promise));
  }

  private static List<UUID> found(Handle handle, StaffMember me, String words, Reader reader) {
    var wanted =
        new VoiceSearch.Wanted(
            words,
            List.copyOf(me.services()),
            me.id(),
            me.roles().contains(Roles.ADMINISTRATOR),
            null,
            null,
            null,
            null,
            null,
            null,
            reader.zone(),
            true);
    return VoiceSearch.find(handle, wanted, null, FOUND).stream()
        .map(VoiceSearch.Found::voice)
        .toList();
  }

  private List<Title> titles(Need need, Reader reader) {
    return bodies.get().languages().stream()
        .map(
            language ->
                new Title(
                    language.code(),
                    CaseCards.languageName(reader, language.code()),
                    language.direction(),
                    need.titles().exactlyIn(language),
                    need.summaries().exactlyIn(language)))
        .toList();
  }

  @POST
  @RolesAllowed(Roles.CASEWORKER)
  public Response change(@PathParam("number") long number, MultivaluedMap<String, String> form) {
    return answer(
        number,
        desk.change(
            current.get(),
            number,
            names(form, "title-"),
            names(form, "summary-"),
            form.containsKey("shown"),
            form.containsKey("closed")));
  }

  private Names names(MultivaluedMap<String, String> form, String prefix) {
    Map<String, String> names = new LinkedHashMap<>();
    for (var language : bodies.get().languages()) {
      var name = CaseResource.orEmpty(form.getFirst(prefix + language.code())).strip();
      if (!name.isEmpty()) {
        names.put(language.code(), name);
      }
    }
    return new Names(names);
  }

  @POST
  @Path("/leave")
  @RolesAllowed(Roles.CASEWORKER)
  public Response leave(
      @PathParam("number") long number, @FormParam("voice") @Nullable List<String> voices) {
    return answer(number, desk.leave(current.get(), number, JoinResource.numbers(voices)));
  }

  @POST
  @Path("/join")
  @RolesAllowed(Roles.CASEWORKER)
  public Response join(
      @PathParam("number") long number, @FormParam("voice") @Nullable List<String> voices) {
    return answer(number, desk.join(current.get(), number, JoinResource.numbers(voices)));
  }

  private Response answer(long asked, NeedDesk.Result result) {
    return switch (result) {
      case NeedDesk.Result.Done(var number, _) ->
          Response.seeOther(URI.create("/staff/needs/" + number)).build();
      case NeedDesk.Result.NotFound() -> throw new NotFoundException();
      case NeedDesk.Result.Wrong(var field, var problem) -> {
        if (field.equals("need")) {
          throw new NotFoundException();
        }
        var errors = new FormErrors();
        errors.add(field, visitor.reader().text(problem));
        yield Response.status(422).entity(page(asked, null, "", errors)).build();
      }
    };
  }
}
