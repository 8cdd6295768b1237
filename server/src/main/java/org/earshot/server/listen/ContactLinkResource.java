package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The two links in the first message to a contact. Opening one only shows a button: programs that
/// follow links to look for harm must confirm nothing.
@Path("/contact")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class ContactLinkResource {

  /// The page behind a link.
  ///
  /// @param what "confirm" or "not-me"
  /// @param state "ask", "done" or "gone"
  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ContactLink(String what, String state) implements TemplateInstance {}

  private final ContactDesk contacts;

  ContactLinkResource(ContactDesk contacts) {
    this.contacts = contacts;
  }

  @GET
  @Path("confirm/{token}")
  @PermitAll
  public TemplateInstance askConfirm(@PathParam("token") String token) {
    return new ContactLink("confirm", contacts.isKnown(token) ? "ask" : "gone");
  }

  @POST
  @Path("confirm/{token}")
  @PermitAll
  public TemplateInstance confirm(@PathParam("token") String token) {
    return new ContactLink("confirm", contacts.confirm(token) ? "done" : "gone");
  }

  @GET
  @Path("not-me/{token}")
  @PermitAll
  public TemplateInstance askNotMe(@PathParam("token") String token) {
    return new ContactLink("not-me", contacts.isKnown(token) ? "ask" : "gone");
  }

  @POST
  @Path("not-me/{token}")
  @PermitAll
  public TemplateInstance notMe(@PathParam("token") String token) {
    return new ContactLink("not-me", contacts.notMe(token) ? "done" : "gone");
  }
}
