package org.earshot.server.publish;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// What the body owes, for everybody.
@Path("/debt")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class DebtResource {

  @CheckedTemplate(basePath = "publish", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Debt(@Nullable PublicDebt debt, @Nullable DebtCurves curves, List<DebtTable> tables)
      implements TemplateInstance {}

  private final Debts debts;
  private final DebtTables tables;
  private final Visitor visitor;

  DebtResource(Debts debts, DebtTables tables, Visitor visitor) {
    this.debts = debts;
    this.tables = tables;
    this.visitor = visitor;
  }

  @GET
  @PermitAll
  public TemplateInstance debt() {
    var debt = debts.findPublic().orElse(null);
    return debt == null
        ? new Debt(null, null, List.of())
        : new Debt(
            debt,
            DebtCurves.of(debt.answers(), debt.acknowledgements(), visitor.reader()),
            tables.of(debt, visitor.reader()));
  }
}
