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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffMember;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.Alike;
import org.earshot.server.understand.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Joining voices: the groups that look alike, and the choice between a need that is there and a
/// new one.
@Path("/staff")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class JoinResource {

  private static final int GROUPS = 100;
  private static final int SHOWN = 200;
  private static final int OFFERED = 8;
  private static final int MOST_AT_ONCE = 5_000;

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AlikeList(List<CaseCard> cards) implements TemplateInstance {}

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AlikePage(String label, long people, List<CaseCard> cards, String hidden)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Join(
      int people,
      String voices,
      List<CaseCard> shown,
      String words,
      List<Offer> offers,
      String title,
      FormErrors errors)
      implements TemplateInstance {}

  /// A need that they may belong to.
  record Offer(long number, String title, long people) {}

  private final Database database;
  private final Places places;
  private final Alike alike;
  private final Needs needs;
  private final NeedDesk desk;
  private final Casework casework;
  private final CurrentStaff current;
  private final Visitor visitor;

  JoinResource(
      Database database,
      Places places,
      Alike alike,
      Needs needs,
      NeedDesk desk,
      Casework casework,
      CurrentStaff current,
      Visitor visitor) {
    this.database = database;
    this.places = places;
    this.alike = alike;
    this.needs = needs;
    this.desk = desk;
    this.casework = casework;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @Path("/alike")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance groups() {
    var reader = visitor.reader();
    var services = List.copyOf(current.get().services());
    return new AlikeList(
        database.read(handle -> alike.list(handle, services, GROUPS)).stream()
            .map(
                group ->
                    new CaseCard(
                        "/staff/alike/" + group.id(),
                        reader.text("answer.today.alike", group.people(), group.label()),
                        false,
                        List.of(new CaseCard.Tag("owed", reader.text("answer.tag.join"))),
                        List.of(reader.text("answer.since", reader.date(group.since()))),
                        0))
            .toList());
  }

  @GET
  @Path("/alike/{id}")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance group(@PathParam("id") String id) {
    var me = current.get();
    return database.read(
        handle -> {
          var group =
              alike
                  .find(handle, AnswerResource.id(id))
                  .filter(found -> me.mayRead(found.service()))
                  .orElseThrow(NotFoundException::new);
          var files = desk.readable(handle, me, group.id());
          var shown = files.stream().limit(SHOWN).map(CaseFile::voice).toList();
          return new AlikePage(
              group.label(),
              files.size(),
              cards(handle, me, shown),
              joined(files.stream().skip(SHOWN).map(CaseFile::number)));
        });
  }

  private List<CaseCard> cards(Handle handle, StaffMember me, List<UUID> voices) {
    return new CaseCards(places, visitor.reader(), casework.today())
        .of(desk.lists(handle, me).ofVoices(voices));
  }

  /// The choice: which need? Changes nothing; the numbers of the voices travel in the form.
  @POST
  @Path("/join")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance choose(
      @FormParam("voice") @Nullable List<String> voices,
      @FormParam("voices") @Nullable String more,
      @FormParam("q") @Nullable String q) {
    return page(all(voices, more), CaseResource.orEmpty(q).strip(), "", new FormErrors());
  }

  private Join page(List<Long> numbers, String words, String title, FormErrors errors) {
    var me = current.get();
    var reader = visitor.reader();
    return database.read(
        handle -> {
          var files = desk.readable(handle, me, numbers);
          if (files.isEmpty()) {
            throw new NotFoundException();
          }
          var shown = files.stream().limit(OFFERED).map(CaseFile::voice).toList();
          return new Join(
              files.size(),
              joined(files.stream().map(CaseFile::number)),
              cards(handle, me, shown),
              words,
              offers(handle, me, files, words, reader),
              title,
              errors);
        });
  }

  private List<Offer> offers(
      Handle handle, StaffMember me, List<CaseFile> files, String words, Reader reader) {
    var services = List.copyOf(me.services());
    var found =
        words.isEmpty()
            ? needs.near(
                handle, files.getFirst().language(), files.getFirst().words(), services, OFFERED)
            : needs.search(handle, words, services, OFFERED);
    return found.stream()
        .map(
            match ->
                new Offer(
                    match.need().publicNumber(),
                    match.need().titles().in(reader.language()),
                    match.people()))
        .toList();
  }

  @POST
  @Path("/join/need")
  @RolesAllowed(Roles.CASEWORKER)
  public Response join(
      @FormParam("voices") @Nullable String voices,
      @FormParam("need") @Nullable String need,
      @FormParam("title") @Nullable String title) {
    var numbers = all(null, voices);
    var me = current.get();
    var named = CaseResource.orEmpty(title).strip();
    var result =
        need != null && need.matches("\\d{1,15}")
            ? desk.join(me, Long.parseLong(need), numbers)
            : desk.open(me, visitor.reader().language(), named, numbers);
    return switch (result) {
      case NeedDesk.Result.Done(var number, _) ->
          Response.seeOther(URI.create("/staff/needs/" + number)).build();
      case NeedDesk.Result.NotFound() -> throw new NotFoundException();
      case NeedDesk.Result.Wrong(var field, var problem) -> {
        var errors = new FormErrors();
        errors.add(field, visitor.reader().text(problem));
        yield Response.status(422).entity(page(numbers, "", named, errors)).build();
      }
    };
  }

  private static String joined(Stream<Long> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Long> all(@Nullable List<String> voices, @Nullable String more) {
    var texts =
        Stream.concat(
            voices == null ? Stream.of() : voices.stream(),
            Stream.of(CaseResource.orEmpty(more).split(",", -1)));
    return numbers(texts.toList());
  }

  /// The public numbers among these texts, at most [#MOST_AT_ONCE].
  static List<Long> numbers(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream()
            .filter(text -> text.matches("\\d{1,15}"))
            .map(Long::valueOf)
            .distinct()
            .limit(MOST_AT_ONCE)
            .toList();
  }
}
