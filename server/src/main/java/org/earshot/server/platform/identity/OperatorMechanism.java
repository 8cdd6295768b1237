package org.earshot.server.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Lets a program in by `Authorization: Bearer <operator's token>`, below `/api/` only and with the
/// role of the operator only.
@ApplicationScoped
class OperatorMechanism implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";

  private final OperatorToken token;

  OperatorMechanism(OperatorToken token) {
    this.token = token;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    var header = context.request().getHeader("Authorization");
    if (header == null
        || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !context.normalizedPath().startsWith("/api/")) {
      return Uni.createFrom().nullItem();
    }
    if (!token.is(header.substring(BEARER.length()).strip())) {
      return Uni.createFrom().failure(new AuthenticationFailedException("wrong token"));
    }
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("operator"))
                .addRoles(Set.of(Roles.OPERATOR))
                .build());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    return Uni.createFrom().item(false); // pages answer for themselves, see ErrorPages
  }
}
