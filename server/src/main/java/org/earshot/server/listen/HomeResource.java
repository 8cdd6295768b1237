package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The start page: one question, one box, one button.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class HomeResource {

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Home() implements TemplateInstance {}

  @GET
  @PermitAll
  public TemplateInstance home() {
    return new Home();
  }
}
