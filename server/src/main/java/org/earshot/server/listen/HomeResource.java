package org.earshot.server.listen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;

/// The start page with its one question, and the page after it, where all is optional.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class HomeResource {

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Home(String words, String stamp, String key, FormErrors errors, List<HomeFact.Line> facts)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Say(VoiceForm form, FormErrors errors, Choices choices, List<SimilarNeeds.Offer> offers)
      implements TemplateInstance {}

  private static final int MOST_FACTS = 3;

  private final Saying saying;
  private final VoiceForms forms;
  private final FormStamp stamp;
  private final Places places;
  private final Bodies bodies;
  private final Visitor visitor;
  private final Instance<HomeFact> facts;

  HomeResource(
      Saying saying,
      VoiceForms forms,
      FormStamp stamp,
      Places places,
      Bodies bodies,
      Visitor visitor,
      Instance<HomeFact> facts) {
    this.saying = saying;
    this.forms = forms;
    this.stamp = stamp;
    this.places = places;
    this.bodies = bodies;
    this.visitor = visitor;
    this.facts = facts;
  }

  @GET
  @PermitAll
  public TemplateInstance home() {
    return new Home(
        "", stamp.issue(), UUID.randomUUID().toString(), new FormErrors(), facts(visitor.reader()));
  }

  /// Where the language switch leads from the page after the box.
  @GET
  @Path("say")
  @PermitAll
  public Response start() {
    return Response.seeOther(URI.create("/")).build();
  }

  @POST
  @Path("say")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @PermitAll
  public Response say(@BeanParam SentForm sent) {
    if (bodies.find().isEmpty()) {
      return start();
    }
    var reader = visitor.reader();
    boolean send = sent.send != null;
    var form = forms.read(sent, reader.language().code(), reader, send);
    if (!send) {
      return afterTheBox(form, reader, sent.guessed == null);
    }
    if (!form.errors().isEmpty()) {
      return page(form, form.errors(), reader, 422);
    }
    var trap = Objects.requireNonNullElse(sent.website, "");
    return saying
        .say(form, trap, visitor.addressBlock())
        .map(heard -> Response.seeOther(URI.create("/v/" + heard.code().value() + "/received")))
        .orElseGet(
            () -> {
              form.errors().add("words", reader.text("frame.error.429"));
              return Response.status(429).entity(sayPage(form, form.errors(), reader));
            })
        .build();
  }

  /// The second page, or the first again when its box was empty. Nothing is stored yet.
  private Response afterTheBox(VoiceForm form, Reader reader, boolean fromHome) {
    var errors = new FormErrors();
    Words.check(form.words(), "words", reader, errors);
    if (fromHome && !errors.isEmpty()) {
      var home = new Home(form.words(), form.stamp(), form.key(), errors, facts(reader));
      return Response.status(422).entity(home).build();
    }
    return page(form, errors, reader, errors.isEmpty() ? 200 : 422);
  }

  private Response page(VoiceForm form, FormErrors errors, Reader reader, int status) {
    return Response.status(status).entity(sayPage(form, errors, reader)).build();
  }

  private Say sayPage(VoiceForm form, FormErrors errors, Reader reader) {
    var offers =
        form.words().isEmpty() || errors.has("words")
            ? List.<SimilarNeeds.Offer>of()
            : saying.offers(reader.language().code(), form.words());
    return new Say(form, errors, Choices.of(places, forms, reader.language()), offers);
  }

  private List<HomeFact.Line> facts(Reader reader) {
    return facts.stream().flatMap(fact -> fact.lines(reader).stream()).limit(MOST_FACTS).toList();
  }
}
