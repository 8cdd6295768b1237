package org.earshot.server.platform.identity;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.earshot.server.platform.pages.Bodies;
import org.jspecify.annotations.Nullable;

/// The cookie that carries a session's token. Over HTTPS it is bound to this host and never leaves
/// it (`__Host-`); over plain HTTP, on one's own machine, it has a plain name.
@ApplicationScoped
class SessionCookie {

  private static final String SECURE_NAME = "__Host-earshot";
  private static final String PLAIN_NAME = "earshot_session";

  private final Bodies bodies;

  SessionCookie(Bodies bodies) {
    this.bodies = bodies;
  }

  Optional<String> read(HttpServerRequest request) {
    var cookie = request.getCookie(isSecure(request) ? SECURE_NAME : PLAIN_NAME);
    return Optional.ofNullable(cookie)
        .map(io.vertx.core.http.Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  NewCookie write(HttpServerRequest request, String token) {
    return cookie(request, token, (int) Sessions.LONGEST.toSeconds());
  }

  NewCookie clear(HttpServerRequest request) {
    return cookie(request, "", 0);
  }

  private NewCookie cookie(HttpServerRequest request, String value, int maxAge) {
    boolean secure = isSecure(request);
    return new NewCookie.Builder(secure ? SECURE_NAME : PLAIN_NAME)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /// Whether the visitor's own connection is encrypted: to us, or to the proxy that stands at the
  /// body's public address.
  private boolean isSecure(HttpServerRequest request) {
    if ("https".equals(request.scheme())) {
      return true;
    }
    var host = request.authority();
    return host != null
        && bodies
            .find()
            .filter(body -> body.address().startsWith("https://"))
            .filter(body -> host.toString().equalsIgnoreCase(authority(body.address())))
            .isPresent();
  }

  private static @Nullable String authority(String address) {
    try {
      return URI.create(address).getAuthority();
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
