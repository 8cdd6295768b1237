package org.earshot.server.platform.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// One-time links with which people set their own password: after an invitation or a reset.
@Path("/invitation/{token}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class InvitationResource {

  /// The page that asks for a new password.
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NewPassword(String name, String login, boolean invited, FormErrors errors)
      implements TemplateInstance {}

  /// The page for a link that no longer opens anything.
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record LinkUsed() implements TemplateInstance {}

  private final Invitations invitations;
  private final Visitor visitor;

  InvitationResource(Invitations invitations, Visitor visitor) {
    this.invitations = invitations;
    this.visitor = visitor;
  }

  @GET
  @PermitAll
  public Response show(@PathParam("token") String token) {
    return invitations
        .find(token)
        .map(invited -> Response.ok(page(invited, new FormErrors())).build())
        .orElseGet(InvitationResource::gone);
  }

  @POST
  @PermitAll
  public Response set(
      @PathParam("token") String token, @FormParam("password") @DefaultValue("") String password) {
    return switch (invitations.setPassword(token, password)) {
      case Invitations.Result.Done() ->
          Response.seeOther(URI.create("/login?done=password")).build();
      case Invitations.Result.Gone() -> gone();
      case Invitations.Result.Refused(var invited, var fault) -> {
        var errors = new FormErrors();
        var text = visitor.reader().text("identity.password." + fault, Passwords.LEAST_CHARACTERS);
        errors.add("password", text);
        yield Response.status(422).entity(page(invited, errors)).build();
      }
    };
  }

  private static NewPassword page(Invitations.Invited invited, FormErrors errors) {
    return new NewPassword(
        invited.account().name(), invited.account().login(), invited.first(), errors);
  }

  private static Response gone() {
    return Response.status(410).entity(new LinkUsed()).build();
  }
}
