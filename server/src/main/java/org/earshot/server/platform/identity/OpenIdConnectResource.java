package org.earshot.server.platform.identity;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// The end of signing in by OpenID Connect: the framework has checked who it is, and we open a
/// session of our own.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class OpenIdConnectResource {

  private final OpenIdConnect openIdConnect;
  private final OidcSession oidcSession;
  private final SessionCookie cookie;
  private final Visitor visitor;
  private final HttpServerRequest request;

  OpenIdConnectResource(
      OpenIdConnect openIdConnect,
      OidcSession oidcSession,
      SessionCookie cookie,
      Visitor visitor,
      HttpServerRequest request) {
    this.openIdConnect = openIdConnect;
    this.oidcSession = oidcSession;
    this.cookie = cookie;
    this.visitor = visitor;
    this.request = request;
  }

  @GET
  @Path("login/oidc")
  @Authenticated
  public Response signIn() {
    var vouched = vouched();
    // The provider's session served its purpose: on a shared computer it must not open ours again.
    oidcSession.logout().await().indefinitely();
    var result = openIdConnect.signIn(vouched, LoginResource.clientOf(visitor, request));
    if (result.isEmpty()) {
      return refused(403, "identity.login.oidc.unknown");
    }
    return switch (result.get()) {
      case SignInResult.Done(var token) -> opened(token, "/staff");
      case SignInResult.CodeNeeded(var token) -> opened(token, "/login/code");
      case SignInResult.EnrolmentNeeded(var token) -> opened(token, "/login/enrol");
      case SignInResult.Refused(), SignInResult.TooMany() ->
          refused(403, "identity.login.oidc.failed");
    };
  }

  @GET
  @Path("login/oidc-failed")
  @PermitAll
  public Response failed() {
    return refused(401, "identity.login.oidc.failed");
  }

  private OpenIdConnect.Vouched vouched() {
    var idToken = oidcSession.getIdToken();
    boolean verified =
        Boolean.parseBoolean(String.valueOf(idToken.<Object>getClaim("email_verified")));
    Optional<String> email = idToken.claim("email").map(Object::toString);
    return new OpenIdConnect.Vouched(
        idToken.getIssuer() + " " + idToken.getSubject(), verified ? email : Optional.empty());
  }

  private Response opened(String token, String next) {
    return Response.seeOther(URI.create(next)).cookie(cookie.write(request, token)).build();
  }

  private Response refused(int status, String key) {
    var errors = new FormErrors();
    errors.add("login", visitor.reader().text(key));
    return Response.status(status)
        .entity(new LoginResource.Login("", "", "", errors, openIdConnect.isConfigured()))
        .build();
  }
}
