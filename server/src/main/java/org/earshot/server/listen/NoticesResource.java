package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;

/// What we keep and why, and whether everybody can use these pages.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class NoticesResource {

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Privacy(Retention.Periods periods, String body, String feedback)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Accessibility(String body, String feedback) implements TemplateInstance {}

  private final Retention retention;
  private final Bodies bodies;

  NoticesResource(Retention retention, Bodies bodies) {
    this.retention = retention;
    this.bodies = bodies;
  }

  @GET
  @Path("privacy")
  @PermitAll
  public TemplateInstance privacy() {
    return new Privacy(retention.periods(), name(), feedback());
  }

  @GET
  @Path("accessibility")
  @PermitAll
  public TemplateInstance accessibility() {
    return new Accessibility(name(), feedback());
  }

  private String name() {
    return bodies.find().map(Body::name).orElse("Earshot");
  }

  private String feedback() {
    return bodies.find().map(Body::feedbackContact).orElse("");
  }
}
