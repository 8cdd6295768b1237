package org.earshot.server.office;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.earshot.server.platform.pages.Bodies;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Shows one calm page instead of every other until the first run is done. Assets and health do not
/// pass here.
@Singleton
public final class SetupGate {

  /// The page before the first run.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NotSetUp() implements TemplateInstance {}

  private final Bodies bodies;
  private final boolean closed;

  /// A gate that is closed, except in tests of single features, which need no first run.
  SetupGate(
      Bodies bodies,
      @ConfigProperty(name = "earshot.setup.gate", defaultValue = "true") boolean closed) {
    this.bodies = bodies;
    this.closed = closed;
  }

  @ServerRequestFilter(preMatching = true)
  public @Nullable Response check(RoutingContext context) {
    var path = context.normalizedPath();
    if (!closed
        || bodies.find().isPresent()
        || path.startsWith("/setup/")
        || path.startsWith("/language/")) {
      return null;
    }
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .header("Retry-After", "60")
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(new NotSetUp())
        .build();
  }
}
