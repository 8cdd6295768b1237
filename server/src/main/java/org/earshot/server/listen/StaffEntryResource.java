package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.earshot.server.places.Places;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// Where staff write down what somebody said on the telephone, at the counter or on paper. The
/// receipt is printed and handed over.
@Path("/staff/voices/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class StaffEntryResource {

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record StaffEntry(
      VoiceForm form,
      FormErrors errors,
      Choices choices,
      List<Channel> channels,
      String channel,
      List<ServiceChoice> services,
      String service,
      String saidOn)
      implements TemplateInstance {}

  /// A way in which somebody told us something.
  public record Channel(String value, String textKey) {}

  /// A service to choose.
  public record ServiceChoice(String code, String name) {}

  private static final List<String> CHANNELS = List.of("phone", "counter", "paper");

  private final Saying saying;
  private final VoiceForms forms;
  private final FormStamp stamp;
  private final Places places;
  private final CurrentStaff staff;
  private final Visitor visitor;
  private final Clock clock;

  StaffEntryResource(
      Saying saying,
      VoiceForms forms,
      FormStamp stamp,
      Places places,
      CurrentStaff staff,
      Visitor visitor,
      Clock clock) {
    this.saying = saying;
    this.forms = forms;
    this.stamp = stamp;
    this.places = places;
    this.staff = staff;
    this.visitor = visitor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance blank() {
    var reader = visitor.reader();
    var form = forms.empty(stamp.issue(), UUID.randomUUID().toString(), reader);
    return page(form, new SentForm(), reader);
  }

  @POST
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @RolesAllowed(Roles.CASEWORKER)
  public Response write(@BeanParam SentForm sent) {
    var reader = visitor.reader();
    boolean send = sent.send != null;
    var form = forms.read(sent, reader.language().code(), reader, send);
    if (!send) {
      return Response.ok(page(form, sent, reader)).build();
    }
    var channel = Objects.requireNonNullElse(sent.channel, "");
    if (!CHANNELS.contains(channel)) {
      form.errors().add("channel", reader.text("listen.entry.channel.none"));
    }
    var saidAt = saidAt(Objects.requireNonNullElse(sent.saidOn, ""), reader);
    if (saidAt == null) {
      form.errors().add("saidOn", reader.text("listen.entry.said.wrong"));
    }
    if (saidAt == null || !form.errors().isEmpty()) {
      return Response.status(422).entity(page(form, sent, reader)).build();
    }
    var service =
        places
            .findService(Objects.requireNonNullElse(sent.service, ""))
            .filter(found -> !found.closed())
            .orElseGet(places::frontDesk);
    var heard =
        saying.writeDown(
            form, new Saying.WrittenDown(staff.get().id(), channel, saidAt, service.id()));
    return Response.seeOther(URI.create("/v/" + heard.code().value() + "/received")).build();
  }

  /// Noon of the day that was given, now for today; null when it is no day or one to come.
  private @Nullable Instant saidAt(String given, Reader reader) {
    var now = clock.instant();
    var today = now.atZone(reader.zone()).toLocalDate();
    try {
      var day = given.isBlank() ? today : LocalDate.parse(given.strip());
      if (day.isAfter(today) || day.isBefore(today.minusYears(10))) {
        return null;
      }
      return day.equals(today) ? now : day.atTime(12, 0).atZone(reader.zone()).toInstant();
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }

  private StaffEntry page(VoiceForm form, SentForm sent, Reader reader) {
    var language = reader.language();
    var today = clock.instant().atZone(reader.zone()).toLocalDate().toString();
    return new StaffEntry(
        form,
        form.errors(),
        Choices.of(places, forms, language),
        CHANNELS.stream()
            .map(channel -> new Channel(channel, "listen.entry.channel." + channel))
            .toList(),
        Objects.requireNonNullElse(sent.channel, ""),
        places.openServices().stream()
            .map(service -> new ServiceChoice(service.code(), name(service, reader)))
            .toList(),
        Objects.requireNonNullElse(sent.service, ""),
        Objects.requireNonNullElse(sent.saidOn, today));
  }

  private static String name(Service service, Reader reader) {
    return service.name(reader.language());
  }
}
