package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.earshot.server.platform.jobs.RateLimits;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Where a person types their receipt code, or asks for it when they lost it.
@Path("/v")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class CodeResource {

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Code(boolean unknown) implements TemplateInstance {}

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Lost(String email, String mobile, boolean sent, FormErrors errors)
      implements TemplateInstance {}

  private static final int LOST_AN_HOUR = 10;

  private final VoiceAccess access;
  private final ContactDesk contacts;
  private final VoiceForms forms;
  private final RateLimits limits;
  private final Visitor visitor;

  CodeResource(
      VoiceAccess access,
      ContactDesk contacts,
      VoiceForms forms,
      RateLimits limits,
      Visitor visitor) {
    this.access = access;
    this.contacts = contacts;
    this.forms = forms;
    this.limits = limits;
    this.visitor = visitor;
  }

  /// The answer to every code that opens nothing, whether it never was or was erased.
  static NotFoundException unknown() {
    return new NotFoundException(Response.status(404).entity(new Code(true)).build());
  }

  @GET
  @PermitAll
  public TemplateInstance code() {
    return new Code(false);
  }

  @POST
  @PermitAll
  public Response open(@RestForm @Nullable String code) {
    var typed = ReceiptCode.read(Objects.requireNonNullElse(code, ""));
    if (typed.isEmpty() || access.find(typed.get()).isEmpty()) {
      throw unknown();
    }
    return Response.seeOther(URI.create("/v/" + typed.get().value())).build();
  }

  @GET
  @Path("lost")
  @PermitAll
  public TemplateInstance lost() {
    return new Lost("", "", false, new FormErrors());
  }

  /// Says the same whether or not anybody with this address ever told us something.
  @POST
  @Path("lost")
  @PermitAll
  public Response send(@RestForm @Nullable String email, @RestForm @Nullable String mobile) {
    var typedEmail = Objects.requireNonNullElse(email, "");
    var typedMobile = Objects.requireNonNullElse(mobile, "");
    var errors = new FormErrors();
    var contact = forms.contact(typedEmail, typedMobile, visitor.reader(), errors);
    if (contact == null && errors.isEmpty()) {
      errors.add("email", visitor.reader().text("listen.lost.none"));
    }
    if (contact == null) {
      return Response.status(422).entity(new Lost(typedEmail, typedMobile, false, errors)).build();
    }
    if (limits.allow("lost", visitor.addressBlock(), LOST_AN_HOUR, Duration.ofHours(1))) {
      contacts.sendLostCodes(contact.kind(), contact.address());
    }
    return Response.ok(new Lost("", "", true, errors)).build();
  }
}
