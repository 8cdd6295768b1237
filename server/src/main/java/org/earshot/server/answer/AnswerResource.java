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
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// Writing an answer, seeing how it will read, and sending it.
@Path("/staff/answers")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class AnswerResource {

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Answer(AnswerPage page, FormErrors errors, boolean saved, String because)
      implements TemplateInstance {}

  private final AnswerDesk desk;
  private final AnswerPages pages;
  private final Database database;
  private final CurrentStaff current;
  private final Visitor visitor;

  AnswerResource(
      AnswerDesk desk,
      AnswerPages pages,
      Database database,
      CurrentStaff current,
      Visitor visitor) {
    this.desk = desk;
    this.pages = pages;
    this.database = database;
    this.current = current;
    this.visitor = visitor;
  }

  @POST
  @RolesAllowed(Roles.CASEWORKER)
  public Response start(
      @FormParam("voice") @Nullable String voice, @FormParam("need") @Nullable String need) {
    var result =
        need != null && need.matches("\\d{1,15}")
            ? desk.startForNeed(current.get(), Long.parseLong(need))
            : desk.startForVoice(
                current.get(),
                voice != null && voice.matches("\\d{1,15}") ? Long.parseLong(voice) : 0);
    return answer(null, result, new TreeMap<>(), "");
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance open(
      @PathParam("id") String id,
      @QueryParam("saved") @Nullable String saved,
      @QueryParam("template") @Nullable String template) {
    var page = page(id(id), withTemplate(template));
    return new Answer(page, new FormErrors(), saved != null, "");
  }

  /// The words of the chosen template, for the language that they are in.
  private Map<String, String> withTemplate(@Nullable String template) {
    var wanted = template == null ? null : VoiceListForm.id(template);
    var words = new TreeMap<String, String>();
    if (wanted != null) {
      database
          .read(handle -> new Templates(handle).list(List.copyOf(current.get().services())))
          .stream()
          .filter(one -> one.id().equals(wanted))
          .forEach(one -> words.put(one.language(), one.words()));
    }
    return words;
  }

  @POST
  @Path("/{id}")
  @RolesAllowed(Roles.CASEWORKER)
  public Response save(@PathParam("id") String given, MultivaluedMap<String, String> form) {
    var id = id(given);
    var me = current.get();
    var words = words(form);
    var outcome = Outcome.find(field(form, "outcome")).orElse(Outcome.CONSIDERED);
    var planned = VoiceListForm.day(field(form, "planned"));
    var result = desk.save(me, id, outcome, planned, words);
    if (result instanceof AnswerResult.Saved) {
      result =
          switch (field(form, "do")) {
            case "send" -> desk.send(me, id);
            case "second-look" -> desk.askForSecondLook(me, id);
            default -> result;
          };
    }
    return answer(id, result, words, "");
  }

  @POST
  @Path("/{id}/approve")
  @RolesAllowed(Roles.CASEWORKER)
  public Response approve(@PathParam("id") String id) {
    return answer(id(id), desk.send(current.get(), id(id)), new TreeMap<>(), "");
  }

  @POST
  @Path("/{id}/return")
  @RolesAllowed(Roles.CASEWORKER)
  public Response giveBack(
      @PathParam("id") String id, @FormParam("because") @Nullable String because) {
    var reason = CaseResource.orEmpty(because);
    return answer(id(id), desk.giveBack(current.get(), id(id), reason), new TreeMap<>(), reason);
  }

  @POST
  @Path("/{id}/newcomers")
  @RolesAllowed(Roles.CASEWORKER)
  public Response newcomers(@PathParam("id") String id) {
    return answer(id(id), desk.giveToNewcomers(current.get(), id(id)), new TreeMap<>(), "");
  }

  @POST
  @Path("/{id}/discard")
  @RolesAllowed(Roles.CASEWORKER)
  public Response discard(@PathParam("id") String id) {
    return switch (desk.discard(current.get(), id(id))) {
      case AnswerResult.NotFound() -> throw new NotFoundException();
      case AnswerResult.Saved _,
          AnswerResult.AlreadySent _,
          AnswerResult.Sent _,
          AnswerResult.Wrong _ ->
          Response.seeOther(URI.create("/staff/answers")).build();
    };
  }

  private Response answer(
      @Nullable UUID id, AnswerResult result, Map<String, String> typed, String because) {
    return switch (result) {
      case AnswerResult.Saved(var answer) -> see(answer + (id == null ? "" : "?saved=yes#saved"));
      case AnswerResult.Sent(var answer, _) -> see(answer.toString());
      case AnswerResult.AlreadySent(var answer) -> see(answer.toString());
      case AnswerResult.NotFound() -> throw new NotFoundException();
      case AnswerResult.Wrong(var field, var problem) -> {
        if (id == null) {
          throw new NotFoundException();
        }
        var errors = new FormErrors();
        errors.add(field, visitor.reader().text(problem));
        yield Response.status(422)
            .entity(new Answer(page(id, typed), errors, false, because))
            .build();
      }
    };
  }

  private static Response see(String answer) {
    return Response.seeOther(URI.create("/staff/answers/" + answer)).build();
  }

  private AnswerPage page(UUID id, Map<String, String> typed) {
    var me = current.get();
    return database.read(
        handle ->
            desk.find(handle, me, id)
                .map(file -> pages.of(handle, me, file, typed, visitor.reader()))
                .orElseThrow(NotFoundException::new));
  }

  private static Map<String, String> words(MultivaluedMap<String, String> form) {
    var words = new TreeMap<String, String>();
    for (var name : form.keySet()) {
      if (name.matches("words-[a-z]{2,3}")) {
        words.put(
            name.substring("words-".length()),
            Normalizer.normalize(field(form, name), Normalizer.Form.NFC).replace("\r\n", "\n"));
      }
    }
    return words;
  }

  private static String field(MultivaluedMap<String, String> form, String name) {
    return CaseResource.orEmpty(form.getFirst(name));
  }

  static UUID id(String text) {
    var id = VoiceListForm.id(text);
    if (id == null) {
      throw new NotFoundException();
    }
    return id;
  }
}
