package org.earshot.server.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A small OpenID Connect provider for tests: discovery, keys, and tokens signed with RS256 for
/// whomever [#says] names. Checks the client's secret and its PKCE verifier.
public final class IdentityProviderServer implements QuarkusTestResourceLifecycleManager {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final KeyPair KEYS = keys();
  private static final Map<String, Map<String, String>> CODES = new ConcurrentHashMap<>();
  private static volatile String claims = "";

  private @Nullable HttpServer server;

  /// Whom the provider vouches for from now on.
  static void says(String subject, String email, boolean verified) {
    claims =
        "\"sub\":\"%s\",\"email\":\"%s\",\"email_verified\":%s".formatted(subject, email, verified);
  }

  /// What the provider's login page would send the browser back to.
  static String authorize(String address) {
    var asked = parameters(URI.create(address).getRawQuery());
    var code = "code-" + CODES.size();
    CODES.put(code, asked);
    return "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code, asked.get("state"));
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var issuer = "http://localhost:" + server.getAddress().getPort();
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """
                    .formatted(issuer)));
    server.createContext("/keys", exchange -> answer(exchange, 200, jwks()));
    server.createContext("/token", exchange -> token(exchange, issuer));
    server.start();
    var settings =
        new HashMap<>(
            OpenIdConnect.settings(
                Map.of(
                    "EARSHOT_OIDC_ISSUER", issuer,
                    "EARSHOT_OIDC_CLIENT_ID", "earshot",
                    "EARSHOT_OIDC_CLIENT_SECRET", "a secret of the test client, long enough")));
    return settings;
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private static void token(HttpExchange exchange, String issuer) throws IOException {
    var sent = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var asked = CODES.remove(sent.getOrDefault("code", ""));
    if (asked == null
        || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    long now = Instant.now().getEpochSecond();
    var payload =
        "{\"iss\":\"%s\",\"aud\":\"earshot\",\"iat\":%d,\"exp\":%d,\"nonce\":\"%s\",%s}"
            .formatted(issuer, now, now + 300, asked.get("nonce"), claims);
    var jwt = sign(payload);
    answer(
        exchange,
        200,
        "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
            .formatted(jwt, jwt));
  }

  private static String challenge(String verifier) {
    return BASE64.encodeToString(Tokens.hash(verifier));
  }

  private static String sign(String payload) {
    try {
      var header = "{\"alg\":\"RS256\",\"kid\":\"test\",\"typ\":\"JWT\"}";
      var signed =
          BASE64.encodeToString(header.getBytes(UTF_8))
              + "."
              + BASE64.encodeToString(payload.getBytes(UTF_8));
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jwks() {
    if (!(KEYS.getPublic() instanceof RSAPublicKey key)) {
      throw new IllegalStateException("not an RSA key");
    }
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"test\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    var bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (var part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            URLDecoder.decode(part.substring(0, equals), UTF_8),
            URLDecoder.decode(part.substring(equals + 1), UTF_8));
      }
    }
    return parameters;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
