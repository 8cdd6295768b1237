package org.earshot.server.publish;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// "You said, we did": needs and their answers, for everybody.
@Path("/needs")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class NeedsResource {

  private static final int A_PAGE = 20;

  @CheckedTemplate(basePath = "publish", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Needs(
      List<Card> cards,
      List<Choice> services,
      List<Choice> areas,
      @Nullable String heading,
      @Nullable String older)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "publish", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NeedPage(
      Card card,
      Quoted summary,
      List<Letter> letters,
      List<Quoted> quotes,
      @Nullable Integer feltHeard)
      implements TemplateInstance {}

  /// A need in a list.
  record Card(
      long number,
      String title,
      @Nullable Long people,
      String service,
      @Nullable String area,
      Instant openedAt,
      @Nullable String outcome,
      @Nullable Instant answeredAt) {}

  record Letter(
      String outcome,
      String from,
      Instant at,
      java.time.@Nullable LocalDate plannedFor,
      String words,
      String language,
      String direction) {}

  record Quoted(String words, String language) {}

  record Choice(String code, String name, boolean chosen) {}

  private final Showcase showcase;
  private final Places places;
  private final Visitor visitor;

  NeedsResource(Showcase showcase, Places places, Visitor visitor) {
    this.showcase = showcase;
    this.places = places;
    this.visitor = visitor;
  }

  @GET
  @PermitAll
  public TemplateInstance needs(
      @QueryParam("service") @Nullable String serviceCode,
      @QueryParam("area") @Nullable String areaCode,
      @QueryParam("before") @Nullable Long before) {
    var reader = visitor.reader();
    var service = chosen(serviceCode).flatMap(places::findService);
    var area = chosen(areaCode).flatMap(places::findArea);
    var found =
        showcase.list(
            service.map(Service::id).orElse(null),
            area.map(Area::id).orElse(null),
            before == null ? Long.MAX_VALUE : before,
            A_PAGE + 1);
    var shown = found.subList(0, Math.min(A_PAGE, found.size()));
    var older = found.size() > A_PAGE ? older(service, area, shown.getLast().number()) : null;
    var heading =
        area.map(Area::name).or(() -> service.map(one -> one.name(reader.language()))).orElse(null);
    return new Needs(
        shown.stream().map(need -> card(need, reader)).toList(),
        places.openServices().stream()
            .map(
                one ->
                    new Choice(
                        one.code(),
                        one.name(reader.language()),
                        service.filter(one::equals).isPresent()))
            .toList(),
        places.areas().stream()
            .map(one -> new Choice(one.code(), one.name(), area.filter(one::equals).isPresent()))
            .toList(),
        heading,
        older);
  }

  @GET
  @Path("/{number}")
  @PermitAll
  public TemplateInstance need(@PathParam("number") long number) {
    var reader = visitor.reader();
    var whole = showcase.find(number, reader).orElseThrow(NotFoundException::new);
    var summaries = whole.need().summaries();
    return new NeedPage(
        card(whole.need(), reader),
        new Quoted(summaries.in(reader.language()), summaries.languageFor(reader.language())),
        whole.answers().stream().map(NeedsResource::letter).toList(),
        whole.quotes().stream().map(one -> new Quoted(one.words(), one.language())).toList(),
        whole.feltHeard());
  }

  private static Letter letter(PublicNeed.AnswerWords given) {
    var answer = given.answer();
    return new Letter(
        answer.outcome(),
        answer.from(),
        answer.at(),
        answer.plannedFor(),
        given.words(),
        given.language(),
        Language.findByCode(given.language()).map(Language::direction).orElse("auto"));
  }

  private Card card(PublicNeed need, Reader reader) {
    var answer = need.answer();
    UUID area = need.area();
    return new Card(
        need.number(),
        need.titles().in(reader.language()),
        need.people(),
        places.getService(need.service()).name(reader.language()),
        area == null ? null : places.findArea(area).map(Area::name).orElse(null),
        need.openedAt(),
        answer == null ? null : answer.outcome(),
        answer == null ? null : answer.at());
  }

  private static Optional<String> chosen(@Nullable String code) {
    return Optional.ofNullable(code).filter(text -> !text.isBlank());
  }

  private static String older(Optional<Service> service, Optional<Area> area, long before) {
    return "/needs?before=%d%s%s"
        .formatted(
            before,
            service.map(one -> "&service=" + one.code()).orElse(""),
            area.map(one -> "&area=" + one.code()).orElse(""));
  }
}
