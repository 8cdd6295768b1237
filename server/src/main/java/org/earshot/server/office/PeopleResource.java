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
import org.earshot.server.places.Places;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffAccount;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// Who works here, for administrators.
@Path("/staff/settings/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class PeopleResource {

  /// Everybody with an account.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record People(List<StaffAccount> people, List<String> roles, boolean saved)
      implements TemplateInstance {}

  /// The form for somebody new.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NewPerson(
      Form form, FormErrors errors, List<String> roles, List<Service> services, Language language)
      implements TemplateInstance {}

  /// One person's account.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Person(
      StaffAccount person,
      boolean self,
      Form form,
      FormErrors errors,
      List<String> roles,
      List<Service> services,
      Language language)
      implements TemplateInstance {}

  /// The link to hand over, shown once.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OneTimeLink(String name, String address, boolean first) implements TemplateInstance {}

  private final StaffOffice office;
  private final Places places;
  private final Bodies bodies;
  private final CurrentStaff current;
  private final Visitor visitor;

  PeopleResource(
      StaffOffice office, Places places, Bodies bodies, CurrentStaff current, Visitor visitor) {
    this.office = office;
    this.places = places;
    this.bodies = bodies;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance list(@QueryParam("saved") @DefaultValue("false") boolean saved) {
    return new People(office.list(), Roles.ALL, saved);
  }

  @GET
  @Path("new")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance invite() {
    return newPage(PersonForm.fresh(), new FormErrors());
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response invite(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var person = PersonForm.read(form, checks, true);
    if (checks.good()) {
      var language = bodies.find().map(Body::languages).orElse(List.of(Language.EN)).getFirst();
      var invited = office.invite(current.get(), person.toNewStaff(language));
      if (invited.isPresent()) {
        return Response.ok(link(person.name(), invited.get().path(), true)).build();
      }
      checks.wrong("email", "taken");
    }
    return Response.status(422).entity(newPage(form, checks.errors())).build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance show(@PathParam("id") UUID id) {
    var account = find(id);
    return page(account, PersonForm.of(account), new FormErrors());
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response save(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    var account = find(id);
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var person = PersonForm.read(form, checks, false);
    if (checks.good()
        && !office.change(
            current.get(),
            id,
            person.name(),
            person.publicName(),
            person.email(),
            person.roles(),
            person.services())) {
      checks.wrong("role", "own-administration");
    }
    return checks.good()
        ? saved()
        : Response.status(422).entity(page(account, form, checks.errors())).build();
  }

  @POST
  @Path("{id}/disable")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response disable(@PathParam("id") UUID id) {
    var account = find(id);
    if (office.disable(current.get(), id)) {
      return saved();
    }
    var errors = new FormErrors();
    errors.add("account", visitor.reader().text("places.check.own-account"));
    return Response.status(422).entity(page(account, PersonForm.of(account), errors)).build();
  }

  @POST
  @Path("{id}/enable")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response enable(@PathParam("id") UUID id) {
    office.enable(current.get(), find(id).id());
    return saved();
  }

  @POST
  @Path("{id}/password")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance newPassword(@PathParam("id") UUID id) {
    var account = find(id);
    var path = office.newPasswordLink(current.get(), account);
    return link(account.name(), path, !account.hasPassword());
  }

  @POST
  @Path("{id}/second-factor")
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response removeSecondFactor(@PathParam("id") UUID id) {
    office.removeSecondFactor(current.get(), find(id).id());
    return saved();
  }

  private StaffAccount find(UUID id) {
    return office.find(id).orElseThrow(NotFoundException::new);
  }

  private OneTimeLink link(String name, String path, boolean first) {
    return new OneTimeLink(name, bodies.find().map(Body::address).orElse("") + path, first);
  }

  private NewPerson newPage(Form form, FormErrors errors) {
    return new NewPerson(
        form, errors, Roles.ALL, places.openServices(), visitor.reader().language());
  }

  private Person page(StaffAccount account, Form form, FormErrors errors) {
    return new Person(
        account,
        account.id().equals(current.get().id()),
        form,
        errors,
        Roles.ALL,
        places.services(),
        visitor.reader().language());
  }

  private static Response saved() {
    return Response.seeOther(URI.create("/staff/settings/people?saved=true")).build();
  }
}
