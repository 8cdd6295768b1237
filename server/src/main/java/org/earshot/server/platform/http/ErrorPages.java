package org.earshot.server.platform.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.earshot.server.platform.pages.Visitor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where what went wrong becomes an answer: a page for people, JSON below `/api`.
/// Logs what broke on our side, never what a person sent.
@Singleton
public final class ErrorPages {

  private static final Logger LOG = Logger.getLogger(ErrorPages.class);
  private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 413, 415, 429, 500, 503);

  private final Visitor visitor;
  private final RoutingContext context;

  ErrorPages(Visitor visitor, RoutingContext context) {
    this.visitor = visitor;
    this.context = context;
  }

  @ServerExceptionMapper
  public Response refused(WebApplicationException thrown) {
    var response = thrown.getResponse();
    if (response.getStatus() < 400 || response.hasEntity()) {
      return response;
    }
    return answer(response.getStatus());
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response notSignedIn() {
    if (isApi() || !"GET".equals(context.request().method().name())) {
      return answer(isApi() ? 401 : 403);
    }
    var back = URLEncoder.encode(context.normalizedPath(), StandardCharsets.UTF_8);
    return Response.seeOther(URI.create("/login?to=" + back)).build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException thrown) {
    return answer(403);
  }

  @ServerExceptionMapper
  public Response broken(Throwable thrown) {
    if (hasTooManyFields(thrown)) {
      return answer(413);
    }
    LOG.errorf(thrown, "%s %s failed", context.request().method(), publicPath());
    return answer(500);
  }

  /// The form parser throws nothing better than this when a form has more fields than allowed.
  private static boolean hasTooManyFields(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      var message = cause.getMessage();
      if (message != null && message.startsWith("Param limit of ")) {
        return true;
      }
    }
    return false;
  }

  /// The path for the log; neither a receipt code nor a link's token appears in it.
  private String publicPath() {
    var path = context.normalizedPath();
    if (path.startsWith("/contact/")) {
      return "/contact/...";
    }
    return path.startsWith("/v/") ? "/v/..." : path;
  }

  private boolean isApi() {
    return context.normalizedPath().startsWith("/api/");
  }

  private Response answer(int status) {
    var explained = EXPLAINED.contains(status) ? status : status < 500 ? 400 : 500;
    var reader = visitor.reader();
    boolean gate = status == 403 && visitor.isStaff() && !isApi();
    var text = reader.text(gate ? "frame.gate" : "frame.error." + explained);
    if (isApi()) {
      return Response.status(status)
          .type("application/problem+json")
          .entity(new Problem(status, text))
          .build();
    }
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(new ErrorPage(text, gate))
        .build();
  }

  /// The body of an error below `/api` (RFC 9457).
  public record Problem(int status, String title) {}
}
