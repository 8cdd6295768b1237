package org.earshot.server.publish;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// What the body owes, for staff: whole numbers, as of a few minutes ago.
@Path("/staff/debt")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class StaffDebtResource {

  @CheckedTemplate(basePath = "publish", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record StaffDebt(@Nullable DebtReport debt, @Nullable DebtCurves curves, List<DebtTable> tables)
      implements TemplateInstance {}

  private final Debts debts;
  private final DebtTables tables;
  private final Visitor visitor;

  StaffDebtResource(Debts debts, DebtTables tables, Visitor visitor) {
    this.debts = debts;
    this.tables = tables;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed({
    Roles.CASEWORKER,
    Roles.LEADER,
    Roles.ENGAGEMENT,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  public TemplateInstance debt() {
    var debt = debts.findLive().orElse(null);
    return debt == null
        ? new StaffDebt(null, null, List.of())
        : new StaffDebt(
            debt,
            DebtCurves.of(debt.answers(), debt.acknowledgements(), visitor.reader()),
            tables.of(debt, visitor.reader()));
  }
}
