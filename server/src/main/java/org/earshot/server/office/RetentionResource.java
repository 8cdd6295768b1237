package org.earshot.server.office;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.earshot.server.listen.Retention;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// How long words and contacts are kept. A shorter time erases for ever what is older, so it is
/// stored only after the page has said how much that is.
@Path("/staff/settings/retention")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class RetentionResource {

  private static final String CONTACTS = "contact-months";
  private static final String WORDS = "words-months";
  private static final int MOST_MONTHS = 1_200;

  /// The page with both periods.
  ///
  /// @param warning what would be lost, when somebody has to agree to it first
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RetentionPeriods(Form form, FormErrors errors, @Nullable String warning, boolean saved)
      implements TemplateInstance {}

  private final Settings settings;
  private final Retention retention;
  private final CurrentStaff current;
  private final Visitor visitor;

  RetentionResource(Settings settings, Retention retention, CurrentStaff current, Visitor visitor) {
    this.settings = settings;
    this.retention = retention;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance show(@QueryParam("saved") @DefaultValue("false") boolean saved) {
    var periods = retention.periods();
    var form =
        Form.of(
            Map.of(
                CONTACTS, List.of(String.valueOf(periods.contactMonths())),
                WORDS, List.of(String.valueOf(periods.wordsMonths()))));
    return new RetentionPeriods(form, new FormErrors(), null, saved);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response save(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    int contacts = checks.number(CONTACTS, form.text(CONTACTS), 1, MOST_MONTHS);
    int words = checks.number(WORDS, form.text(WORDS), 1, MOST_MONTHS);
    if (checks.good() && words < contacts) {
      checks.wrong(WORDS, "retention");
    }
    if (!checks.good()) {
      return again(new RetentionPeriods(form, checks.errors(), null, false));
    }
    var periods = new Retention.Periods(contacts, words);
    var due = retention.due(periods);
    if (!due.isNothing() && form.text("agreed").isEmpty()) {
      var warning = visitor.reader().text("places.retention.warning", due.voices(), due.contacts());
      return again(new RetentionPeriods(form, checks.errors(), warning, false));
    }
    settings.keepFor(current.get(), periods);
    return Response.seeOther(URI.create("/staff/settings/retention?saved=true")).build();
  }

  private static Response again(RetentionPeriods page) {
    return Response.status(422).entity(page).build();
  }
}
