package org.earshot.server.office;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.earshot.server.places.Area;
import org.earshot.server.places.AreaMap;
import org.earshot.server.places.AreasGeoJson;
import org.earshot.server.places.AreasReplaced;
import org.earshot.server.places.Dimension;
import org.earshot.server.places.FileRead;
import org.earshot.server.places.MarginRow;
import org.earshot.server.places.MarginsCsv;
import org.earshot.server.places.NewArea;
import org.earshot.server.places.Places;
import org.earshot.server.places.Segment;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/// Settings of areas, dimensions, segments and how many people they hold.
@Path("/staff/settings/places")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class PlaceSettingsResource {

  private static final int MOST_NAME = 100;

  /// A segment with its head count, if anybody counted.
  record CountedSegment(Segment segment, String population) {}

  /// A dimension as the page shows it.
  record CountedDimension(Dimension dimension, List<CountedSegment> segments) {}

  /// The page with the map, the two uploads and the names.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record PlaceSettings(
      List<Area> areas,
      List<AreaMap> map,
      List<CountedDimension> dimensions,
      List<Language> languages,
      FormErrors errors,
      boolean saved)
      implements TemplateInstance {}

  private final Settings settings;
  private final Places places;
  private final Bodies bodies;
  private final CurrentStaff current;
  private final Visitor visitor;

  PlaceSettingsResource(
      Settings settings, Places places, Bodies bodies, CurrentStaff current, Visitor visitor) {
    this.settings = settings;
    this.places = places;
    this.bodies = bodies;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance show(@QueryParam("saved") @DefaultValue("false") boolean saved) {
    return page(new FormErrors(), saved);
  }

  @POST
  @Path("areas")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response replaceAreas(MultipartFormDataInput sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var file = form.file("areas");
    if (file.isEmpty()) {
      checks.wrong("areas", "file");
      return wrong(checks);
    }
    switch (AreasGeoJson.read(file.get())) {
      case FileRead.Faulty<NewArea>(var faults) -> checks.wrong("areas", faults);
      case FileRead.Good<NewArea>(var areas) -> {
        if (settings.replaceAreas(current.get(), areas)
            instanceof AreasReplaced.StillNamed(var named)) {
          checks.wrong(
              "areas",
              "areas.named",
              visitor.reader().list(named.stream().map(Area::name).toList()));
        }
      }
    }
    return checks.good() ? saved() : wrong(checks);
  }

  @POST
  @Path("margins")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response importMargins(MultipartFormDataInput sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var file = form.file("margins");
    if (file.isEmpty()) {
      checks.wrong("margins", "file");
      return wrong(checks);
    }
    switch (MarginsCsv.read(file.get(), places.areas())) {
      case FileRead.Faulty<MarginRow>(var faults) -> checks.wrong("margins", faults);
      case FileRead.Good<MarginRow>(var rows) ->
          settings.importMargins(current.get(), languages().getFirst(), rows);
    }
    return checks.good() ? saved() : wrong(checks);
  }

  @POST
  @Path("names")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response saveNames(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    settings.nameDimensions(
        current.get(), places.dimensions().stream().map(one -> named(one, form)).toList());
    return saved();
  }

  private Dimension named(Dimension dimension, Form form) {
    var names = dimension.names();
    var reasons = dimension.reasons();
    for (var language : languages()) {
      var end = "-" + dimension.id() + "-" + language.code();
      names = names.with(language, cut(form.text("name" + end)));
      reasons = reasons.with(language, cut(form.text("reason" + end)));
    }
    var segments =
        dimension.segments().stream()
            .map(
                segment -> {
                  var changed = segment.names();
                  for (var language : languages()) {
                    var field = "name-" + segment.id() + "-" + language.code();
                    changed = changed.with(language, cut(form.text(field)));
                  }
                  return new Segment(
                      segment.id(),
                      segment.dimension(),
                      segment.code(),
                      changed.isEmpty() ? segment.names() : changed);
                })
            .toList();
    return new Dimension(
        dimension.id(),
        dimension.code(),
        names.isEmpty() ? dimension.names() : names,
        reasons,
        segments);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 2 * MOST_NAME));
  }

  private PlaceSettings page(FormErrors errors, boolean saved) {
    var reader = visitor.reader();
    var dimensions =
        places.dimensions().stream()
            .map(
                dimension ->
                    new CountedDimension(
                        dimension,
                        dimension.segments().stream()
                            .map(
                                segment ->
                                    new CountedSegment(
                                        segment,
                                        places
                                            .population(segment.id(), null)
                                            .map(reader::number)
                                            .orElse("–")))
                            .toList()))
            .toList();
    return new PlaceSettings(
        places.areas(),
        places.map().map(List::of).orElse(List.of()),
        dimensions,
        languages(),
        errors,
        saved);
  }

  private List<Language> languages() {
    return bodies.find().map(Body::languages).orElse(List.of(Language.EN));
  }

  private Response wrong(Checks checks) {
    return Response.status(422).entity(page(checks.errors(), false)).build();
  }

  private static Response saved() {
    return Response.seeOther(URI.create("/staff/settings/places?saved=true")).build();
  }
}
