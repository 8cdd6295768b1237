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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// The words that put a voice on top of the list, by language.
@Path("/staff/settings/urgent-words")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class UrgentWordsResource {

  private static final int MOST_WORDS = 500;
  private static final int MOST_LETTERS = 60;

  /// The page with one list for each language.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record UrgentWordLists(Form form, FormErrors errors, List<Language> languages, boolean saved)
      implements TemplateInstance {}

  private final Settings settings;
  private final Places places;
  private final CurrentStaff current;
  private final Visitor visitor;

  UrgentWordsResource(Settings settings, Places places, CurrentStaff current, Visitor visitor) {
    this.settings = settings;
    this.places = places;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  public TemplateInstance show(@QueryParam("saved") @DefaultValue("false") boolean saved) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (var language : Language.values()) {
      fields.put(
          "words-" + language.code(),
          List.of(String.join("\n", places.urgentWords(language.code()))));
    }
    return page(Form.of(fields), new FormErrors(), saved);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMINISTRATOR)
  public Response save(MultivaluedMap<String, String> sent) {
    var form = Form.of(sent);
    var checks = new Checks(form, visitor.reader());
    var words = new EnumMap<Language, List<String>>(Language.class);
    for (var language : Language.values()) {
      var field = "words-" + language.code();
      var lines = form.lines(field);
      if (lines.size() > MOST_WORDS) {
        checks.wrong(field, "many", MOST_WORDS);
      }
      if (lines.stream().anyMatch(line -> line.length() > MOST_LETTERS)) {
        checks.wrong(field, "long", MOST_LETTERS);
      }
      words.put(language, lines);
    }
    if (!checks.good()) {
      return Response.status(422).entity(page(form, checks.errors(), false)).build();
    }
    settings.setUrgentWords(current.get(), words);
    return Response.seeOther(URI.create("/staff/settings/urgent-words?saved=true")).build();
  }

  private static UrgentWordLists page(Form form, FormErrors errors, boolean saved) {
    return new UrgentWordLists(form, errors, List.of(Language.values()), saved);
  }
}
