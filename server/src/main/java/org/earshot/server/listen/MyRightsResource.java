package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What only the person themselves may do with their voice: change the contact, take everything
/// along, have it erased. Where there is a confirmed contact, a one-time code sent there guards
/// each of these.
@Path("/v")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class MyRightsResource {

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Contact(
      String code, Guard guard, boolean has, String email, String mobile, FormErrors errors)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Erase(String code, Guard guard, FormErrors errors) implements TemplateInstance {}

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Everything(String code, Guard guard, FormErrors errors) implements TemplateInstance {}

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Erased() implements TemplateInstance {}

  /// Whether a one-time code is asked for.
  ///
  /// @param needed there is a confirmed contact
  /// @param sent a code was sent to it just now
  /// @param hint enough of the contact for its owner
  public record Guard(boolean needed, boolean sent, String hint) {

    public boolean open() {
      return !needed || sent;
    }
  }

  private static final Set<String> GUARDED = Set.of("contact", "erase", "everything");

  private final VoiceAccess access;
  private final ContactDesk contacts;
  private final VoiceForms forms;
  private final OwnVoice own;
  private final Erasure erasure;
  private final VoiceBundle bundle;
  private final Visitor visitor;

  MyRightsResource(
      VoiceAccess access,
      ContactDesk contacts,
      VoiceForms forms,
      OwnVoice own,
      Erasure erasure,
      VoiceBundle bundle,
      Visitor visitor) {
    this.access = access;
    this.contacts = contacts;
    this.forms = forms;
    this.own = own;
    this.erasure = erasure;
    this.bundle = bundle;
    this.visitor = visitor;
  }

  @POST
  @Path("{code}/once")
  @PermitAll
  public Response sendOnce(@PathParam("code") String typed, @RestForm @Nullable String to) {
    if (to == null || !GUARDED.contains(to)) {
      throw new NotFoundException();
    }
    contacts.sendOnce(open(typed));
    return Response.seeOther(URI.create("/v/" + value(typed) + "/" + to + "?sent=yes")).build();
  }

  @GET
  @Path("{code}/contact")
  @PermitAll
  public TemplateInstance contact(
      @PathParam("code") String typed, @QueryParam("sent") @Nullable String sent) {
    var voice = open(typed);
    return new Contact(
        value(typed), guard(voice, sent != null), has(voice), "", "", new FormErrors());
  }

  @POST
  @Path("{code}/contact")
  @PermitAll
  public Response changeContact(
      @PathParam("code") String typed,
      @RestForm @Nullable String email,
      @RestForm @Nullable String mobile,
      @RestForm @Nullable String once,
      @RestForm @Nullable String remove) {
    var voice = open(typed);
    var errors = new FormErrors();
    var typedEmail = Objects.requireNonNullElse(email, "");
    var typedMobile = Objects.requireNonNullElse(mobile, "");
    NewContact contact = null;
    if (remove == null) {
      contact = forms.contact(typedEmail, typedMobile, visitor.reader(), errors);
      if (contact == null && errors.isEmpty()) {
        errors.add("email", visitor.reader().text("listen.contact.none"));
      }
    }
    var guard = guard(voice, true);
    if (errors.isEmpty()) {
      checkOnce(voice, guard, once, errors);
    }
    if (!errors.isEmpty()) {
      var page = new Contact(value(typed), guard, has(voice), typedEmail, typedMobile, errors);
      return Response.status(422).entity(page).build();
    }
    if (contact == null) {
      contacts.remove(voice);
    } else {
      contacts.change(voice, contact);
    }
    return Response.seeOther(URI.create("/v/" + value(typed))).build();
  }

  @GET
  @Path("{code}/erase")
  @PermitAll
  public TemplateInstance erase(
      @PathParam("code") String typed, @QueryParam("sent") @Nullable String sent) {
    return new Erase(value(typed), guard(open(typed), sent != null), new FormErrors());
  }

  @POST
  @Path("{code}/erase")
  @PermitAll
  public Response eraseNow(@PathParam("code") String typed, @RestForm @Nullable String once) {
    var voice = open(typed);
    var guard = guard(voice, true);
    var errors = new FormErrors();
    checkOnce(voice, guard, once, errors);
    if (!errors.isEmpty()) {
      return Response.status(422).entity(new Erase(value(typed), guard, errors)).build();
    }
    if (guard.needed()) {
      erasure.erase(voice, Actor.person());
      return Response.ok(new Erased()).build();
    }
    own.askErasure(voice);
    return Response.seeOther(URI.create("/v/" + value(typed))).build();
  }

  @GET
  @Path("{code}/everything")
  @PermitAll
  public TemplateInstance everything(
      @PathParam("code") String typed, @QueryParam("sent") @Nullable String sent) {
    return new Everything(value(typed), guard(open(typed), sent != null), new FormErrors());
  }

  @POST
  @Path("{code}/everything")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  @PermitAll
  public Response download(@PathParam("code") String typed, @RestForm @Nullable String once) {
    var voice = open(typed);
    var guard = guard(voice, true);
    var errors = new FormErrors();
    checkOnce(voice, guard, once, errors);
    if (!errors.isEmpty()) {
      return Response.status(422)
          .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .entity(new Everything(value(typed), guard, errors))
          .build();
    }
    return Response.ok(bundle.zip(voice, visitor.reader()), "application/zip")
        .header("Content-Disposition", "attachment; filename=\"my-voice.zip\"")
        .build();
  }

  private UUID open(String typed) {
    return access.find(typed).orElseThrow(CodeResource::unknown);
  }

  private static String value(String typed) {
    return ReceiptCode.read(typed).orElseThrow(CodeResource::unknown).value();
  }

  private boolean has(UUID voice) {
    return contacts.find(voice).isPresent();
  }

  private Guard guard(UUID voice, boolean sent) {
    return contacts
        .findConfirmed(voice)
        .map(contact -> new Guard(true, sent, contact.hint()))
        .orElse(new Guard(false, false, ""));
  }

  private void checkOnce(UUID voice, Guard guard, @Nullable String once, FormErrors errors) {
    if (guard.needed() && !contacts.checkOnce(voice, Objects.requireNonNullElse(once, ""))) {
      errors.add("once", visitor.reader().text("listen.once.wrong"));
    }
  }
}
