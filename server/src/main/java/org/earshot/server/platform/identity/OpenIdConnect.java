package org.earshot.server.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Signing in with the body's own accounts by OpenID Connect, when `EARSHOT_OIDC_ISSUER`,
/// `EARSHOT_OIDC_CLIENT_ID` and `EARSHOT_OIDC_CLIENT_SECRET` say with whom.
@ApplicationScoped
public class OpenIdConnect {

  /// Who somebody is in the words of the identity provider.
  ///
  /// @param subject never changes and belongs to one person
  /// @param verifiedEmail an address that the provider checked, if it has one
  record Vouched(String subject, Optional<String> verifiedEmail) {}

  private final boolean configured;
  private final Database database;
  private final SignIn signIn;

  OpenIdConnect(
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean configured,
      Database database,
      SignIn signIn) {
    this.configured = configured;
    this.database = database;
    this.signIn = signIn;
  }

  /// The framework's settings for the three variables; none without an issuer.
  public static Map<String, String> settings(Map<String, String> environment) {
    var issuer = environment.getOrDefault("EARSHOT_OIDC_ISSUER", "");
    var settings = new HashMap<String, String>();
    if (!issuer.isBlank()) {
      settings.put("quarkus.oidc.tenant-enabled", "true");
      settings.put("quarkus.oidc.auth-server-url", issuer);
      settings.put(
          "quarkus.oidc.client-id", environment.getOrDefault("EARSHOT_OIDC_CLIENT_ID", "earshot"));
      settings.put(
          "quarkus.oidc.credentials.secret",
          environment.getOrDefault("EARSHOT_OIDC_CLIENT_SECRET", ""));
    }
    return settings;
  }

  boolean isConfigured() {
    return configured;
  }

  /// Opens a session for the account with this subject; else for the one account with this e-mail
  /// address, which from then on belongs to the subject; nothing for anybody else.
  Optional<SignInResult> signIn(Vouched vouched, SignIn.Client client) {
    return database.inTransaction(
        handle -> {
          var accounts = new Accounts(handle);
          var account = accounts.findBySubject(vouched.subject());
          if (account.isEmpty() && vouched.verifiedEmail().isPresent()) {
            var same = accounts.listByEmail(vouched.verifiedEmail().get());
            if (same.size() == 1) {
              account = Optional.of(same.getFirst());
              accounts.setSubject(same.getFirst().id(), vouched.subject());
            }
          }
          return account
              .filter(found -> !found.disabled())
              .map(found -> signIn.open(handle, found, client));
        });
  }
}
