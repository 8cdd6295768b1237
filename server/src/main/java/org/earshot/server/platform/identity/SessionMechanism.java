package org.earshot.server.platform.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Turns the session cookie of a request into its security identity: a member of staff with roles,
/// or nobody.
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

  private final SignIn signIn;
  private final SessionCookie cookie;
  private final BlockingSecurityExecutor executor;

  SessionMechanism(SignIn signIn, SessionCookie cookie, BlockingSecurityExecutor executor) {
    this.signIn = signIn;
    this.cookie = cookie;
    this.executor = executor;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    if (context.normalizedPath().startsWith("/assets/")) {
      return Uni.createFrom().nullItem();
    }
    return cookie
        .read(context.request())
        .map(token -> executor.executeBlocking(() -> find(token)))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  private @Nullable SecurityIdentity find(String token) {
    return signIn.find(token).map(SessionMechanism::identity).orElse(null);
  }

  private static SecurityIdentity identity(StaffAccount account) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(account.login()))
        .addRoles(account.roles())
        .addAttribute(
            CurrentStaff.ATTRIBUTE,
            new StaffMember(
                account.id(),
                account.name(),
                account.publicName(),
                account.roles(),
                account.services()))
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(403));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    return Uni.createFrom().item(false); // pages answer for themselves, see ErrorPages
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }
}
