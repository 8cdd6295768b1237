package org.earshot.server.platform.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.LocalAddress;
import org.earshot.server.platform.pages.Visitor;

/// Signing in and out. Translates only: the rules are in [SignIn].
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class LoginResource {

  /// The page with login and password.
  ///
  /// @param login what was typed before
  /// @param to where to go afterwards
  /// @param notice a sentence above the form, or nothing
  /// @param openIdConnect whether the body's own sign-in is offered
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Login(String login, String to, String notice, FormErrors errors, boolean openIdConnect)
      implements TemplateInstance {}

  /// The page that asks for a code.
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record LoginCode(String to, FormErrors errors) implements TemplateInstance {}

  private final SignIn signIn;
  private final SessionCookie cookie;
  private final OpenIdConnect openIdConnect;
  private final Visitor visitor;
  private final HttpServerRequest request;

  LoginResource(
      SignIn signIn,
      SessionCookie cookie,
      OpenIdConnect openIdConnect,
      Visitor visitor,
      HttpServerRequest request) {
    this.signIn = signIn;
    this.cookie = cookie;
    this.openIdConnect = openIdConnect;
    this.visitor = visitor;
    this.request = request;
  }

  @GET
  @Path("login")
  @PermitAll
  public Response login(
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("done") @DefaultValue("") String done) {
    if (visitor.isStaff()) {
      return Response.seeOther(next(to)).build();
    }
    var notice =
        switch (done) {
          case "out" -> visitor.reader().text("identity.login.out");
          case "password" -> visitor.reader().text("identity.login.password-set");
          case "set-up" -> visitor.reader().text("identity.login.set-up");
          default -> "";
        };
    return Response.ok(page("", to, notice, new FormErrors())).build();
  }

  @POST
  @Path("login")
  @PermitAll
  public Response signIn(
      @FormParam("login") @DefaultValue("") String login,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("to") @DefaultValue("") String to) {
    return switch (signIn.signIn(login, password, client())) {
      case SignInResult.Done(var token) -> opened(token, next(to));
      case SignInResult.CodeNeeded(var token) -> opened(token, withNext("/login/code", to));
      case SignInResult.EnrolmentNeeded(var token) -> opened(token, withNext("/login/enrol", to));
      case SignInResult.Refused() -> again(401, login, to, "identity.login.wrong");
      case SignInResult.TooMany() -> again(429, login, to, "identity.login.too-many");
    };
  }

  private Response again(int status, String login, String to, String key) {
    var errors = new FormErrors();
    errors.add("login", visitor.reader().text(key));
    return Response.status(status).entity(page(login, to, "", errors)).build();
  }

  private Login page(String login, String to, String notice, FormErrors errors) {
    return new Login(login, to, notice, errors, openIdConnect.isConfigured());
  }

  @GET
  @Path("login/code")
  @PermitAll
  public Response code(@QueryParam("to") @DefaultValue("") String to) {
    return cookie.read(request).flatMap(signIn::findHalf).isPresent()
        ? Response.ok(new LoginCode(to, new FormErrors())).build()
        : Response.seeOther(withNext("/login", to)).build();
  }

  @POST
  @Path("login/code")
  @PermitAll
  public Response confirm(
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("to") @DefaultValue("") String to) {
    var token = cookie.read(request);
    if (token.flatMap(signIn::findHalf).isEmpty()) {
      return Response.seeOther(withNext("/login", to)).build();
    }
    return signIn
        .confirm(token.get(), code, client())
        .map(opened -> opened(opened, next(to)))
        .orElseGet(
            () -> {
              var errors = new FormErrors();
              errors.add("code", visitor.reader().text("identity.code.wrong"));
              return Response.status(401).entity(new LoginCode(to, errors)).build();
            });
  }

  @POST
  @Path("logout")
  @PermitAll
  public Response signOut() {
    cookie.read(request).ifPresent(signIn::signOut);
    return Response.seeOther(URI.create("/login?done=out")).cookie(cookie.clear(request)).build();
  }

  private Response opened(String token, URI next) {
    cookie.read(request).ifPresent(signIn::signOut);
    return Response.seeOther(next).cookie(cookie.write(request, token)).build();
  }

  private SignIn.Client client() {
    return clientOf(visitor, request);
  }

  static SignIn.Client clientOf(Visitor visitor, HttpServerRequest request) {
    var agent = request.getHeader("User-Agent");
    return new SignIn.Client(visitor.addressBlock(), agent == null ? "" : agent);
  }

  static URI next(String to) {
    return to.isBlank() ? URI.create("/staff") : LocalAddress.orStart(to);
  }

  static URI withNext(String page, String to) {
    return URI.create(
        to.isBlank() ? page : page + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }
}
