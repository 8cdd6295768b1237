package org.earshot.server.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.earshot.server.places.Area;
import org.earshot.server.platform.identity.Roles;
import org.jspecify.annotations.Nullable;

/// Every list of voices in full, and the search over all of them.
@Path("/staff/voices")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class VoiceListResource {

  static final List<String> CHANNELS =
      List.of("web", "email", "sms", "phone", "counter", "paper", "open311", "import");

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Voices(
      String heading,
      String view,
      VoiceListForm form,
      List<Choice> views,
      List<Choice> services,
      List<Area> areas,
      List<Choice> channels,
      List<Choice> states,
      List<Choice> languages,
      List<CaseCard> cards,
      @Nullable String next,
      @Nullable LocalDate lookedUntil)
      implements TemplateInstance {}

  /// Something to choose, with what it is called.
  record Choice(String value, String name) {}

  private final VoiceListPages pages;

  VoiceListResource(VoiceListPages pages) {
    this.pages = pages;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance list(@BeanParam VoiceListForm form) {
    return pages.page(form);
  }
}
