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
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jdbi.v3.core.Handle;

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

  private record Invited(StaffAccount account, boolean first) {}

  private final Database database;
  private final OneTimeLinks links;
  private final StaffAccounts accounts;
  private final Visitor visitor;

  InvitationResource(
      Database database, OneTimeLinks links, StaffAccounts accounts, Visitor visitor) {
    this.database = database;
    this.links = links;
    this.accounts = accounts;
    this.visitor = visitor;
  }

  @GET
  @PermitAll
  public Response show(@PathParam("token") String token) {
    return database
        .read(handle -> find(handle, token))
        .map(invited -> Response.ok(page(invited, new FormErrors())).build())
        .orElseGet(InvitationResource::gone);
  }

  @POST
  @PermitAll
  public Response set(
      @PathParam("token") String token, @FormParam("password") @DefaultValue("") String password) {
    var invited = database.read(handle -> find(handle, token));
    if (invited.isEmpty()) {
      return gone();
    }
    var account = invited.get().account();
    var fault = Passwords.findFault(password, account.login());
    if (fault.isPresent()) {
      var errors = new FormErrors();
      errors.add(
          "password",
          visitor.reader().text("identity.password." + fault.get(), Passwords.LEAST_CHARACTERS));
      return Response.status(422).entity(page(invited.get(), errors)).build();
    }
    boolean done =
        database.inTransaction(
            handle -> {
              boolean used = links.use(handle, token);
              if (used) {
                accounts.setPassword(handle, account.id(), password);
              }
              return used;
            });
    return done ? Response.seeOther(URI.create("/login?done=password")).build() : gone();
  }

  private Optional<Invited> find(Handle handle, String token) {
    return links
        .find(handle, token)
        .flatMap(
            link -> {
              var staff = link.staff();
              return staff == null
                  ? Optional.empty()
                  : new Accounts(handle)
                      .find(staff)
                      .filter(account -> !account.disabled())
                      .map(
                          account ->
                              new Invited(account, link.purpose().equals(OneTimeLinks.INVITATION)));
            });
  }

  private static NewPassword page(Invited invited, FormErrors errors) {
    return new NewPassword(
        invited.account().name(), invited.account().login(), invited.first(), errors);
  }

  private static Response gone() {
    return Response.status(410).entity(new LinkUsed()).build();
  }
}
