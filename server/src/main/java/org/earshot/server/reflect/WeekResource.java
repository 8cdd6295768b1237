package org.earshot.server.reflect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.publish.DebtTable;
import org.earshot.server.publish.Debts;
import org.jspecify.annotations.Nullable;

/// A leader's start page: what the community said this week, in sentences that lead to their
/// evidence.
@Path("/staff/week")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class WeekResource {

  @CheckedTemplate(basePath = "reflect", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Week(
      @Nullable WeekReport week,
      List<Titled> topNeeds,
      List<Titled> largestDebts,
      @Nullable String feltSentence,
      List<Felt> byArea,
      List<Felt> bySegment,
      List<Silent> silent,
      @Nullable DebtTable debtByArea)
      implements TemplateInstance {}

  record Titled(long number, String title, long people) {}

  /// A felt-heard share as a bar with its interval, in whole percent.
  record Felt(String name, long people, int percent, int low, int high) {}

  record Silent(String who, long heard, long shortBy) {}

  private final Weeks weeks;
  private final Debts debts;
  private final Places places;
  private final Visitor visitor;

  WeekResource(Weeks weeks, Debts debts, Places places, Visitor visitor) {
    this.weeks = weeks;
    this.debts = debts;
    this.places = places;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed({Roles.LEADER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  public TemplateInstance week() {
    var reader = visitor.reader();
    var week = weeks.find().orElse(null);
    if (week == null) {
      return new Week(null, List.of(), List.of(), null, List.of(), List.of(), List.of(), null);
    }
    return new Week(
        week,
        titled(week.topNeeds(), reader),
        titled(week.largestDebts(), reader),
        feltSentence(week, reader),
        felt(week, true, reader),
        felt(week, false, reader),
        week.silent().stream().map(group -> silent(group, reader)).toList(),
        debts.findLiveTable("area", reader).orElse(null));
  }

  private static List<Titled> titled(List<WeekReport.NeedCount> needs, Reader reader) {
    return needs.stream()
        .map(need -> new Titled(need.number(), need.titles().in(reader.language()), need.people()))
        .toList();
  }

  /// "61 in 100 say yes (between 54 and 68), five more than before; that may be chance."
  private static @Nullable String feltSentence(WeekReport week, Reader reader) {
    var now = week.felt();
    if (now == null) {
      return null;
    }
    var score =
        reader.text(
            "reflect.week.felt",
            percent(now.value()),
            percent(now.low()),
            percent(now.high()),
            now.people());
    var before = week.feltBefore();
    if (before == null) {
      return score;
    }
    int change = percent(now.value()) - percent(before.value());
    var trend = now.differsFrom(before) ? "sure" : "chance";
    return score + ' ' + reader.text("reflect.week.felt.trend." + trend, change, Math.abs(change));
  }

  private List<Felt> felt(WeekReport week, boolean byArea, Reader reader) {
    return week.feltByGroup().stream()
        .filter(group -> byArea == (group.area() != null))
        .map(
            group ->
                new Felt(
                    name(group.area(), group.segment(), reader),
                    group.share().people(),
                    percent(group.share().value()),
                    percent(group.share().low()),
                    percent(group.share().high())))
        .sorted(Comparator.comparingInt(Felt::percent).thenComparing(Felt::name))
        .toList();
  }

  private Silent silent(Silence group, Reader reader) {
    return new Silent(name(group.area(), group.segment(), reader), group.heard(), group.shortBy());
  }

  private String name(@Nullable UUID area, @Nullable UUID segment, Reader reader) {
    var areaName = area == null ? null : places.findArea(area).map(Area::name).orElse("?");
    var segmentName =
        segment == null
            ? null
            : places.findSegment(segment).map(one -> one.name(reader.language())).orElse("?");
    if (areaName != null && segmentName != null) {
      return reader.text("reflect.week.group.in", segmentName, areaName);
    }
    return areaName != null ? areaName : String.valueOf(segmentName);
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }
}
