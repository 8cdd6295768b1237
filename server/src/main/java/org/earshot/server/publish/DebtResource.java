package org.earshot.server.publish;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// What the body owes, for everybody and for staff.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class DebtResource {

  @CheckedTemplate(basePath = "publish", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Debt(@Nullable PublicDebt debt, @Nullable Curves curves, List<DebtTable> tables)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "publish", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record StaffDebt(@Nullable DebtReport debt, @Nullable Curves curves, List<DebtTable> tables)
      implements TemplateInstance {}

  /// Both curves as pictures, with the shares still waiting after some days as the table beside
  /// them.
  record Curves(CurveDrawing answers, CurveDrawing acknowledgements, List<AfterDays> table) {}

  record AfterDays(int days, String answered, String acknowledged) {}

  private static final List<Integer> TOLD_DAYS = List.of(1, 3, 7, 14, 21, 30, 60, 90);

  private final Debts debts;
  private final DebtTables tables;
  private final Visitor visitor;

  DebtResource(Debts debts, DebtTables tables, Visitor visitor) {
    this.debts = debts;
    this.tables = tables;
    this.visitor = visitor;
  }

  @GET
  @Path("/debt")
  @PermitAll
  public TemplateInstance debt() {
    var debt = debts.findPublic().orElse(null);
    return debt == null
        ? new Debt(null, null, List.of())
        : new Debt(
            debt,
            curves(debt.answers(), debt.acknowledgements()),
            tables.of(debt, visitor.reader()));
  }

  @GET
  @Path("/staff/debt")
  @RolesAllowed({
    Roles.CASEWORKER,
    Roles.LEADER,
    Roles.ENGAGEMENT,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public TemplateInstance staffDebt() {
    var debt = debts.findLive().orElse(null);
    return debt == null
        ? new StaffDebt(null, null, List.of())
        : new StaffDebt(
            debt,
            curves(debt.answers(), debt.acknowledgements()),
            tables.of(debt, visitor.reader()));
  }

  private @Nullable Curves curves(SurvivalCurve answers, SurvivalCurve acknowledgements) {
    if (answers.people() == 0) {
      return null;
    }
    var reader = visitor.reader();
    return new Curves(
        CurveDrawing.of(answers, reader),
        CurveDrawing.of(acknowledgements, reader),
        TOLD_DAYS.stream()
            .map(
                day ->
                    new AfterDays(
                        day,
                        reader.percent(1 - answers.waitingAfter(day)),
                        reader.percent(1 - acknowledgements.waitingAfter(day))))
            .toList());
  }
}
