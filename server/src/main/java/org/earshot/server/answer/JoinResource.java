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
import java.util.stream.Stream;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// Joining voices: the groups that look alike, and the choice between a need that is there and a
/// new one.
@Path("/staff")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class JoinResource {

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

  private final JoinPages pages;
  private final NeedDesk desk;
  private final CurrentStaff current;
  private final Visitor visitor;

  JoinResource(JoinPages pages, NeedDesk desk, CurrentStaff current, Visitor visitor) {
    this.pages = pages;
    this.desk = desk;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @Path("/alike")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance groups() {
    return pages.groups();
  }

  @GET
  @Path("/alike/{id}")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance group(@PathParam("id") String id) {
    return pages.group(AnswerResource.id(id));
  }

  /// The choice: which need? Changes nothing; the numbers of the voices travel in the form.
  @POST
  @Path("/join")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance choose(
      @FormParam("voice") @Nullable List<String> voices,
      @FormParam("voices") @Nullable String more,
      @FormParam("q") @Nullable String q) {
    return pages.page(all(voices, more), CaseResource.orEmpty(q).strip(), "", new FormErrors());
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
        yield Response.status(422).entity(pages.page(numbers, "", named, errors)).build();
      }
    };
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
