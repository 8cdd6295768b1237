package org.earshot.server.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.earshot.server.places.Names;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// The needs of a caseworker's services, newest first, with who is still owed an answer.
@Path("/staff/needs")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class NeedListResource {

  private static final int PAGE = 20;

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NeedList(List<CaseCard> cards, String words, @Nullable String next)
      implements TemplateInstance {}

  private final Database database;
  private final Places places;
  private final Casework casework;
  private final CurrentStaff current;
  private final Visitor visitor;

  NeedListResource(
      Database database, Places places, Casework casework, CurrentStaff current, Visitor visitor) {
    this.database = database;
    this.places = places;
    this.casework = casework;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance list(
      @QueryParam("q") @Nullable String q, @QueryParam("before") @Nullable String before) {
    var words = CaseResource.orEmpty(q).strip();
    long below =
        before != null && before.matches("\\d{1,15}") ? Long.parseLong(before) : Long.MAX_VALUE;
    var services = List.copyOf(current.get().services());
    var lines =
        database.read(handle -> new NeedLists(handle).list(services, words, below, PAGE + 1));
    String next = null;
    if (lines.size() > PAGE) {
      next =
          "/staff/needs?before=%d&q=%s"
              .formatted(
                  lines.get(PAGE - 1).number(), URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
    var reader = visitor.reader();
    var cards = lines.stream().limit(PAGE).map(line -> card(line, reader)).toList();
    return new NeedList(cards, words, next);
  }

  private CaseCard card(NeedLists.Line line, Reader reader) {
    var tags = new ArrayList<CaseCard.Tag>();
    var promise = line.oldestPromise();
    if (promise == null) {
      tags.add(new CaseCard.Tag("done", reader.text("answer.need.answered")));
    } else {
      boolean late = promise.isBefore(casework.today());
      tags.add(
          new CaseCard.Tag(
              late ? "late" : "owed",
              reader.text(
                  late ? "answer.need.late" : "answer.need.owed",
                  line.owed(),
                  reader.date(promise))));
    }
    var facts = new ArrayList<String>();
    facts.add(reader.text("answer.people", line.people(), "no"));
    facts.add(places.getService(line.service()).name(reader.language()));
    var area = line.area();
    if (area != null) {
      places.findArea(area).ifPresent(found -> facts.add(found.name()));
    }
    facts.add(reader.text("answer.since", reader.date(line.openedAt())));
    if (line.shown()) {
      facts.add(reader.text("answer.need.shown"));
    }
    if (line.closed()) {
      facts.add(reader.text("answer.need.closed"));
    }
    return new CaseCard(
        "/staff/needs/" + line.number(),
        Names.ofJson(line.titles()).in(reader.language()),
        false,
        tags,
        facts,
        0);
  }
}
