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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.earshot.server.platform.text.PlainText;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// My voice: what a person sees of their own voice, and may do with it.
@Path("/v")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class MyVoiceResource {

  /// The page.
  ///
  /// @param typed what was typed and could not be taken, to be kept in its box
  /// @param contactHint enough of the contact for its owner; empty when there is none
  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record MyVoice(
      String code,
      String grouped,
      VoiceFile voice,
      String area,
      Story story,
      List<Score> scores,
      String contactHint,
      String typed,
      FormErrors errors)
      implements TemplateInstance {}

  /// One answer to "Did you feel heard?".
  public record Score(int value, String textKey) {}

  /// Best first.
  private static final List<Score> SCORES =
      List.of(5, 4, 3, 2, 1).stream().map(n -> new Score(n, "listen.felt." + n)).toList();

  private final VoiceAccess access;
  private final MyVoices voices;
  private final OwnVoice own;
  private final ContactDesk contacts;
  private final Places places;
  private final Visitor visitor;

  MyVoiceResource(
      VoiceAccess access,
      MyVoices voices,
      OwnVoice own,
      ContactDesk contacts,
      Places places,
      Visitor visitor) {
    this.access = access;
    this.voices = voices;
    this.own = own;
    this.contacts = contacts;
    this.places = places;
    this.visitor = visitor;
  }

  @GET
  @Path("{code}")
  @PermitAll
  public TemplateInstance voice(@PathParam("code") String typed) {
    var code = ReceiptCode.read(typed).orElseThrow(CodeResource::unknown);
    var voice = access.find(code).orElseThrow(CodeResource::unknown);
    return page(code, voice, "", new FormErrors());
  }

  @POST
  @Path("{code}/add")
  @PermitAll
  public Response add(@PathParam("code") String typed, @RestForm @Nullable String words) {
    return write(typed, words, "add");
  }

  @POST
  @Path("{code}/correct")
  @PermitAll
  public Response correct(@PathParam("code") String typed, @RestForm @Nullable String words) {
    return write(typed, words, "correct");
  }

  private Response write(String typed, @Nullable String sent, String field) {
    var code = ReceiptCode.read(typed).orElseThrow(CodeResource::unknown);
    var voice = access.find(code).orElseThrow(CodeResource::unknown);
    var words = PlainText.of(Objects.requireNonNullElse(sent, ""));
    var reader = visitor.reader();
    var errors = new FormErrors();
    Words.check(words, field, reader, errors);
    if (errors.isEmpty()) {
      boolean taken =
          field.equals("add") ? own.add(voice, "addition", words) : own.correct(voice, words);
      if (!taken) {
        errors.add(field, reader.text("listen.mine.many"));
      }
    }
    return errors.isEmpty()
        ? back(code)
        : Response.status(422).entity(page(code, voice, words, errors)).build();
  }

  @POST
  @Path("{code}/show")
  @PermitAll
  public Response show(@PathParam("code") String typed, @RestForm @Nullable String show) {
    var code = ReceiptCode.read(typed).orElseThrow(CodeResource::unknown);
    own.changeMayShow(access.find(code).orElseThrow(CodeResource::unknown), show != null);
    return back(code);
  }

  @POST
  @Path("{code}/keep")
  @PermitAll
  public Response keep(@PathParam("code") String typed) {
    var code = ReceiptCode.read(typed).orElseThrow(CodeResource::unknown);
    own.undoErasure(access.find(code).orElseThrow(CodeResource::unknown));
    return back(code);
  }

  @GET
  @Path("{code}/photos/{photo}")
  @Produces("image/jpeg")
  @PermitAll
  public byte[] photo(@PathParam("code") String typed, @PathParam("photo") UUID photo) {
    var voice = access.find(typed).orElseThrow(NotFoundException::new);
    return voices.findPhoto(voice, photo).orElseThrow(NotFoundException::new).content();
  }

  private MyVoice page(ReceiptCode code, UUID voice, String typed, FormErrors errors) {
    var hint = contacts.find(voice).map(OpenContact::hint).orElse("");
    var told = voices.find(voice, visitor.reader()).orElseThrow(CodeResource::unknown);
    var area =
        Optional.ofNullable(told.file().area())
            .flatMap(places::findArea)
            .map(Area::name)
            .orElse("");
    return new MyVoice(
        code.value(), code.grouped(), told.file(), area, told.story(), SCORES, hint, typed, errors);
  }

  private static Response back(ReceiptCode code) {
    return Response.seeOther(URI.create("/v/" + code.value())).build();
  }
}
