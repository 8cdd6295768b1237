package org.earshot.server.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Colleagues;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// The answers being written and those sent lately, and the texts to begin with.
@Path("/staff/answers")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class AnswerListResource {

  private static final int SENT_SHOWN = 25;
  private static final int LONGEST_NAME = 100;

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Answers(List<CaseCard> drafts, List<CaseCard> looks, List<CaseCard> sent)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AnswerTemplates(
      List<TemplateLine> templates,
      List<VoiceListResource.Choice> services,
      List<VoiceListResource.Choice> languages,
      FormErrors errors,
      String name,
      String words)
      implements TemplateInstance {}

  record TemplateLine(UUID id, String name, String service, String language, String words) {}

  private final Database database;
  private final Places places;
  private final Colleagues colleagues;
  private final Bodies bodies;
  private final CurrentStaff current;
  private final Visitor visitor;
  private final Clock clock;

  AnswerListResource(
      Database database,
      Places places,
      Colleagues colleagues,
      Bodies bodies,
      CurrentStaff current,
      Visitor visitor,
      Clock clock) {
    this.database = database;
    this.places = places;
    this.colleagues = colleagues;
    this.bodies = bodies;
    this.current = current;
    this.visitor = visitor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance list() {
    var me = current.get();
    var services = List.copyOf(me.services());
    return database.read(
        handle -> {
          var drafts = new Drafts(handle);
          var unsent = drafts.unsent(services, me.id());
          var sent = drafts.sent(services, me.id(), SENT_SHOWN);
          var names =
              colleagues.names(
                  handle,
                  java.util.stream.Stream.concat(unsent.stream(), sent.stream())
                      .map(Drafts.Line::author)
                      .distinct()
                      .toList());
          return new Answers(
              cards(unsent, "draft", names),
              cards(unsent, "second_look", names),
              cards(sent, "sent", names));
        });
  }

  private List<CaseCard> cards(List<Drafts.Line> lines, String state, Map<UUID, String> names) {
    var reader = visitor.reader();
    return lines.stream()
        .filter(line -> line.state().equals(state))
        .map(line -> card(line, names, reader))
        .toList();
  }

  static CaseCard card(Drafts.Line line, Map<UUID, String> names, Reader reader) {
    var titles = line.needTitles();
    var tags = new java.util.ArrayList<CaseCard.Tag>();
    if (line.state().equals("sent")) {
      tags.add(new CaseCard.Tag("done", reader.text("answer.outcome." + line.outcome().code())));
    }
    if (line.newcomers() > 0) {
      tags.add(new CaseCard.Tag("owed", reader.text("answer.newcomers.tag", line.newcomers())));
    }
    var facts = new java.util.ArrayList<String>();
    facts.add(reader.text("answer.people", line.people(), "no"));
    var author = names.get(line.author());
    if (author != null) {
      facts.add(author);
    }
    facts.add(reader.shortDateAndTime(line.changedAt()));
    return new CaseCard(
        "/staff/answers/" + line.id(),
        titles == null ? line.excerpt() : Names.ofJson(titles).in(reader.language()),
        titles == null,
        tags,
        facts,
        0);
  }

  @GET
  @Path("/templates")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance templates() {
    return templates(new FormErrors(), "", "");
  }

  private AnswerTemplates templates(FormErrors errors, String name, String words) {
    var me = current.get();
    var reader = visitor.reader();
    var lines =
        database.read(handle -> new Templates(handle).list(List.copyOf(me.services()))).stream()
            .map(
                one ->
                    new TemplateLine(
                        one.id(),
                        one.name(),
                        places.getService(one.service()).name(reader.language()),
                        CaseCards.languageName(reader, one.language()),
                        one.words()))
            .toList();
    var services =
        places.services().stream()
            .filter(service -> me.mayRead(service.id()))
            .map(
                service ->
                    new VoiceListResource.Choice(
                        service.id().toString(), service.name(reader.language())))
            .toList();
    var languages =
        bodies.get().languages().stream()
            .map(
                language ->
                    new VoiceListResource.Choice(
                        language.code(), CaseCards.languageName(reader, language.code())))
            .toList();
    return new AnswerTemplates(lines, services, languages, errors, name, words);
  }

  @POST
  @Path("/templates")
  @RolesAllowed(Roles.CASEWORKER)
  public Response addTemplate(
      @FormParam("service") @Nullable String service,
      @FormParam("language") @Nullable String language,
      @FormParam("name") @Nullable String name,
      @FormParam("words") @Nullable String words) {
    var of = VoiceListForm.id(CaseResource.orEmpty(service));
    var text = CaseResource.orEmpty(words).strip();
    var called = CaseResource.orEmpty(name).strip();
    var in = CaseResource.orEmpty(language);
    var errors = new FormErrors();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      errors.add("name", visitor.reader().text("answer.wrong.name"));
    }
    if (text.isEmpty() || text.length() > AnswerDesk.LONGEST_WORDS) {
      errors.add("words", visitor.reader().text("answer.wrong.empty"));
    }
    boolean known = bodies.get().languages().stream().anyMatch(one -> one.code().equals(in));
    if (of == null || !current.get().mayRead(of) || !known) {
      errors.add("service", visitor.reader().text("answer.case.wrong.service"));
    }
    if (of == null || !errors.isEmpty()) {
      return Response.status(422).entity(templates(errors, called, text)).build();
    }
    database.useTransaction(
        handle -> new Templates(handle).insert(of, in, called, text, clock.instant()));
    return Response.seeOther(URI.create("/staff/answers/templates")).build();
  }

  @POST
  @Path("/templates/{id}/delete")
  @RolesAllowed(Roles.CASEWORKER)
  public Response deleteTemplate(@PathParam("id") String id) {
    database.useTransaction(
        handle ->
            new Templates(handle)
                .delete(AnswerResource.id(id), List.copyOf(current.get().services())));
    return Response.seeOther(URI.create("/staff/answers/templates")).build();
  }
}
