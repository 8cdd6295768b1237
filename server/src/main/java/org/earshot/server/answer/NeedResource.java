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
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.understand.Need;
import org.jspecify.annotations.Nullable;

/// One need: everybody behind it, its titles, its answers, and more voices to join.
@Path("/staff/needs/{number:\\d{1,15}}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class NeedResource {

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NeedPage(
      long number,
      String title,
      String sentence,
      String service,
      Need need,
      @Nullable UUID draft,
      List<Title> titles,
      List<CaseCard> answers,
      List<CaseCard> voices,
      @Nullable String next,
      String words,
      List<CaseCard> found,
      FormErrors errors)
      implements TemplateInstance {}

  /// A title and a summary in one language.
  record Title(String code, String name, String direction, String title, String summary) {}

  private final NeedPages pages;
  private final NeedDesk desk;
  private final Bodies bodies;
  private final CurrentStaff current;
  private final Visitor visitor;

  NeedResource(
      NeedPages pages, NeedDesk desk, Bodies bodies, CurrentStaff current, Visitor visitor) {
    this.pages = pages;
    this.desk = desk;
    this.bodies = bodies;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance open(
      @PathParam("number") long number,
      @QueryParam("after") @Nullable String after,
      @QueryParam("q") @Nullable String q) {
    return pages.page(number, after, CaseResource.orEmpty(q).strip(), new FormErrors());
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
        yield Response.status(422).entity(pages.page(asked, null, "", errors)).build();
      }
    };
  }
}
