package org.earshot.server.platform.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// One's own account: sessions, password, second factor.
@Path("/staff/me")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class MyAccountResource {

  /// The page about oneself.
  ///
  /// @param codesLeft recovery codes that still open
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record MyAccount(
      StaffAccount account,
      List<String> roles,
      List<Sessions.Listed> sessions,
      int codesLeft,
      String notice,
      FormErrors errors)
      implements TemplateInstance {}

  private final MyAccounts accounts;
  private final CurrentStaff current;
  private final SessionCookie cookie;
  private final Visitor visitor;
  private final HttpServerRequest request;

  MyAccountResource(
      MyAccounts accounts,
      CurrentStaff current,
      SessionCookie cookie,
      Visitor visitor,
      HttpServerRequest request) {
    this.accounts = accounts;
    this.current = current;
    this.cookie = cookie;
    this.visitor = visitor;
    this.request = request;
  }

  @GET
  @Authenticated
  public TemplateInstance show(@QueryParam("done") @DefaultValue("") String done) {
    var notice =
        switch (done) {
          case "sessions" -> visitor.reader().text("identity.me.sessions.ended");
          case "password" -> visitor.reader().text("identity.me.password.changed");
          default -> "";
        };
    return page(notice, new FormErrors());
  }

  @POST
  @Path("sessions")
  @Authenticated
  public Response endOtherSessions() {
    accounts.endOtherSessions(current.get().id(), token());
    return Response.seeOther(URI.create("/staff/me?done=sessions")).build();
  }

  @POST
  @Path("password")
  @Authenticated
  public Response changePassword(
      @FormParam("current") @DefaultValue("") String before,
      @FormParam("password") @DefaultValue("") String password) {
    var errors = new FormErrors();
    switch (accounts.changePassword(current.get().id(), token(), before, password)) {
      case MyAccounts.Change.Done() -> {
        return Response.seeOther(URI.create("/staff/me?done=password")).build();
      }
      case MyAccounts.Change.WrongPassword() ->
          errors.add("current", visitor.reader().text("identity.me.password.wrong"));
      case MyAccounts.Change.Refused(var fault) ->
          errors.add(
              "password",
              visitor.reader().text("identity.password." + fault, Passwords.LEAST_CHARACTERS));
    }
    return Response.status(422).entity(page("", errors)).build();
  }

  @POST
  @Path("recovery")
  @Authenticated
  public Response renewRecoveryCodes(@FormParam("code") @DefaultValue("") String code) {
    return accounts
        .renewRecoveryCodes(current.get().id(), code)
        .map(codes -> Response.ok(new EnrolmentResource.RecoveryCodes(codes, "/staff/me")).build())
        .orElseGet(
            () -> {
              var errors = new FormErrors();
              errors.add("code", visitor.reader().text("identity.code.wrong"));
              return Response.status(422).entity(page("", errors)).build();
            });
  }

  private MyAccount page(String notice, FormErrors errors) {
    var view = accounts.view(current.get().id(), token());
    var roles =
        Roles.ALL.stream()
            .filter(view.account().roles()::contains)
            .map(role -> "identity.role." + role)
            .toList();
    return new MyAccount(
        view.account(),
        roles.isEmpty() ? List.of("identity.role.none") : roles,
        view.sessions(),
        view.codesLeft(),
        notice,
        errors);
  }

  private String token() {
    return cookie.read(request).orElse("");
  }
}
