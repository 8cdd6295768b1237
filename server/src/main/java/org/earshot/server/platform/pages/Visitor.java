package org.earshot.server.platform.pages;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.List;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.jspecify.annotations.Nullable;

/// Who asks: their language, where they are on the site, and whether they are staff.
@RequestScoped
public class Visitor {

  /// The cookie that remembers a chosen language; it holds two letters and nothing else.
  public static final String LANGUAGE_COOKIE = "lang";

  private final RoutingContext context;
  private final Bodies bodies;
  private final SecurityIdentity identity;
  private @Nullable Reader reader;

  Visitor(RoutingContext context, Bodies bodies, SecurityIdentity identity) {
    this.context = context;
    this.bodies = bodies;
    this.identity = identity;
  }

  public Reader reader() {
    if (reader == null) {
      reader = new Reader(language(), bodies.find().map(Body::zone).orElse(ZoneId.of("UTC")));
    }
    return reader;
  }

  public boolean isStaff() {
    return !identity.isAnonymous();
  }

  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  /// The path asked for, never with its query.
  public String path() {
    return context.normalizedPath();
  }

  /// The network from which the request comes: the first 24 bits of an IPv4 or 48 of an IPv6
  /// address.
  public String addressBlock() {
    return AddressBlock.of(request().remoteAddress().hostAddress());
  }

  private Language language() {
    List<Language> offered = bodies.find().map(Body::languages).orElse(List.of(Language.values()));
    var wished = request().getParam(LANGUAGE_COOKIE);
    var cookie = request().getCookie(LANGUAGE_COOKIE);
    for (var code : new String[] {wished, cookie == null ? null : cookie.getValue()}) {
      if (code != null) {
        var language = Language.findByCode(code).filter(offered::contains);
        if (language.isPresent()) {
          return language.get();
        }
      }
    }
    var header = request().getHeader("Accept-Language");
    return header == null ? offered.getFirst() : Language.bestFor(header, offered);
  }

  private HttpServerRequest request() {
    return context.request();
  }
}
