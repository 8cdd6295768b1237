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
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// Settings of the body itself.
@Path("/staff/settings")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class BodySettingsResource {

  /// The page with the body's name, languages and addresses.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record BodySettings(
      Form form, FormErrors errors, List<Language> languages, List<String> zones, boolean saved)
      implements TemplateInstance {}

  private final Settings settings;
  private final Bodies bodies;
  private final CurrentStaff current;
  private final Visitor visitor;

  BodySettingsResource(Settings settings, Bodies bodies, CurrentStaff current, Visitor visitor) {
    this.settings = settings;
    this.bodies = bodies;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance show(@QueryParam("saved") @DefaultValue("false") boolean saved) {
    var form = bodies.find().map(BodyForm::of).orElseGet(() -> BodyForm.fresh("", Language.EN));
    return page(form, new FormErrors(), saved);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response save(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    boolean demo = bodies.find().map(org.earshot.server.platform.pages.Body::demo).orElse(false);
    var body = BodyForm.read(form, checks, demo);
    if (body.isEmpty()) {
      return Response.status(422).entity(page(form, checks.errors(), false)).build();
    }
    settings.changeBody(current.get(), body.get());
    return Response.seeOther(URI.create("/staff/settings?saved=true")).build();
  }

  private static BodySettings page(Form form, FormErrors errors, boolean saved) {
    return new BodySettings(form, errors, List.of(Language.values()), BodyForm.zones(), saved);
  }
}
