package org.earshot.server.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Visitor;

/// The morning page: who is owed an answer today, what is new, what belongs together.
@Path("/staff")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class TodayResource {

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Today(
      String greeting,
      String overdue,
      boolean late,
      String urgent,
      boolean danger,
      List<Section> board)
      implements TemplateInstance {}

  /// A column of the board.
  ///
  /// @param code names the list behind it
  record Section(String code, String heading, String count, List<CaseCard> cards, String all) {}

  private final TodayBoard board;
  private final Visitor visitor;

  TodayResource(TodayBoard board, Visitor visitor) {
    this.board = board;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed({
    Roles.CASEWORKER,
    Roles.LEADER,
    Roles.ENGAGEMENT,
    Roles.AUDITOR,
    Roles.OPERATOR,
    Roles.ADMINISTRATOR
  })
  public Response today() {
    if (!visitor.hasRole(Roles.CASEWORKER)) {
      return Response.seeOther(URI.create(startFor(visitor))).build();
    }
    return Response.ok(board.board()).build();
  }

  /// The first page of staff who do no casework.
  private static String startFor(Visitor visitor) {
    if (visitor.hasRole(Roles.LEADER)) {
      return "/staff/week";
    }
    if (visitor.hasRole(Roles.ADMINISTRATOR)) {
      return "/staff/settings";
    }
    return visitor.hasRole(Roles.OPERATOR) ? "/staff/status" : "/staff/debt";
  }
}
