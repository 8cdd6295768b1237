package org.earshot.server.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/// Refuses requests that another site's page makes in a visitor's name (cross-site request
/// forgery).
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`); only those of our own
/// pages may change anything. Programs send neither header and carry no cookie that could be
/// misused. Source: the same rule as Go's `net/http.CrossOriginProtection`; see docs/adr/004.
@Singleton
final class CrossSiteFilter {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int BEFORE_EVERYTHING = 1_000;

  void register(@Observes Filters filters) {
    filters.register(CrossSiteFilter::check, BEFORE_EVERYTHING);
  }

  private static void check(RoutingContext context) {
    var request = context.request();
    var response = context.response();
    var path = context.normalizedPath();
    if (!path.startsWith("/assets/")) {
      response.putHeader("Cache-Control", "no-store");
    }
    // The address of a receipt page is its key: it must not travel in a Referer.
    response.putHeader("Referrer-Policy", path.startsWith("/v/") ? "no-referrer" : "same-origin");
    if (path.startsWith("/v/") || path.startsWith("/contact/")) {
      response.putHeader("X-Robots-Tag", "noindex, nofollow");
    }
    if (SAFE.contains(request.method()) || isOurs(request) || comesFromReceipt(path, request)) {
      context.next();
    } else {
      response
          .setStatusCode(403)
          .putHeader("Content-Type", "text/plain; charset=utf-8")
          .end(
              "This request came from another site, so nothing was done. Open the page itself and try again.\n");
    }
  }

  /// Pages below `/v/` send no referrer, so old browsers name no origin for their forms. Nobody can
  /// forge such a request without the receipt code in its path.
  private static boolean comesFromReceipt(String path, HttpServerRequest request) {
    return path.startsWith("/v/")
        && request.getHeader("Sec-Fetch-Site") == null
        && "null".equals(request.getHeader("Origin"));
  }

  static boolean isOurs(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    var origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(hostOf(request));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static String hostOf(HttpServerRequest request) {
    var authority = request.authority();
    return authority == null ? "" : authority.toString();
  }
}
