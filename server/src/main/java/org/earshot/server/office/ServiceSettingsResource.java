package org.earshot.server.office;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.earshot.server.places.Names;
import org.earshot.server.places.Places;
import org.earshot.server.places.PlacesEditor;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// Settings of services: names, promises, working days, days off.
@Path("/staff/settings/services")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class ServiceSettingsResource {

  private static final int MOST_NAME = 100;

  /// The list of services, with a form for one more.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ServiceList(
      List<Service> services, Language language, Form form, FormErrors errors, boolean saved)
      implements TemplateInstance {}

  /// The page of one service.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ServiceSettings(
      Service service,
      Language language,
      List<Language> languages,
      List<Weekday> weekdays,
      Form form,
      FormErrors errors)
      implements TemplateInstance {}

  private final Settings settings;
  private final Places places;
  private final Bodies bodies;
  private final CurrentStaff current;
  private final Visitor visitor;

  ServiceSettingsResource(
      Settings settings, Places places, Bodies bodies, CurrentStaff current, Visitor visitor) {
    this.settings = settings;
    this.places = places;
    this.bodies = bodies;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance list(@QueryParam("saved") @DefaultValue("false") boolean saved) {
    return listPage(holidayForm(null), new FormErrors(), saved);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response add(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var name = checks.text("serviceName", MOST_NAME);
    int days = checks.number("serviceDays", form.text("serviceDays"), 1, 250);
    if (!checks.good()) {
      return Response.status(422).entity(listPage(form, checks.errors(), false)).build();
    }
    var code = PlacesEditor.newCode(name, places.services().stream().map(Service::code).toList());
    settings.addService(current.get(), code, Names.of(languages().getFirst(), name), days);
    return saved();
  }

  @POST
  @Path("holidays")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response setHolidays(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var days = checks.dates("holidays");
    if (!checks.good()) {
      return Response.status(422).entity(listPage(form, checks.errors(), false)).build();
    }
    settings.setHolidays(current.get(), null, days);
    return saved();
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance show(@PathParam("id") UUID id) {
    var service = find(id);
    var off = places.holidays(id);
    return page(service, ServiceForm.of(service, off), new FormErrors());
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response save(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    var service = find(id);
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var changed = ServiceForm.read(form, checks, service, languages());
    var holidays = checks.dates("holidays");
    if (changed.isEmpty() || !checks.good()) {
      return Response.status(422).entity(page(service, form, checks.errors())).build();
    }
    settings.changeService(current.get(), changed.get(), holidays);
    return saved();
  }

  private Service find(UUID id) {
    return places.findService(id).orElseThrow(NotFoundException::new);
  }

  private ServiceSettings page(Service service, Form form, FormErrors errors) {
    var reader = visitor.reader();
    return new ServiceSettings(
        service, reader.language(), languages(), Weekday.all(reader), form, errors);
  }

  private ServiceList listPage(Form form, FormErrors errors, boolean saved) {
    var shown = form.has("holidays") ? form : holidayForm(form);
    return new ServiceList(places.services(), visitor.reader().language(), shown, errors, saved);
  }

  private Form holidayForm(@org.jspecify.annotations.Nullable Form other) {
    var days =
        places.holidays(null).stream().map(Object::toString).collect(Collectors.joining("\n"));
    return Form.of(
        java.util.Map.of(
            "holidays", List.of(days),
            "serviceName", List.of(other == null ? "" : other.text("serviceName")),
            "serviceDays", List.of(other == null ? "10" : other.text("serviceDays"))));
  }

  private List<Language> languages() {
    return bodies.find().map(Body::languages).orElse(List.of(Language.EN));
  }

  private static Response saved() {
    return Response.seeOther(URI.create("/staff/settings/services?saved=true")).build();
  }
}
