package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.places.Area;
import org.earshot.server.places.LonLat;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pictures.Picture;
import org.earshot.server.platform.pictures.Pictures;
import org.earshot.server.platform.text.LanguageGuess;
import org.earshot.server.platform.text.PlainText;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Reads the form by which a voice is sent, whatever anybody put into it.
@ApplicationScoped
class VoiceForms {

  /// How wide the map is drawn, in CSS pixels: a click is reported in these.
  static final int MAP_WIDTH = 320;

  private static final int MOST_PHOTOS = 4;
  private static final int LONGEST_PLACE = 300;

  private final Places places;
  private final Pictures pictures;
  private final LanguageGuess languages;

  VoiceForms(Places places, Pictures pictures, LanguageGuess languages) {
    this.places = places;
    this.pictures = pictures;
    this.languages = languages;
  }

  /// A form that nobody has filled in yet.
  VoiceForm empty(String stamp, String key, Reader reader) {
    var sent = new SentForm();
    sent.stamp = stamp;
    sent.key = key;
    return read(sent, reader.language().code(), reader, false);
  }

  /// Reads what was sent; checks it too when it is meant to be taken in now.
  VoiceForm read(SentForm sent, String expectedLanguage, Reader reader, boolean check) {
    var errors = new FormErrors();
    var words = PlainText.of(text(sent.words));
    var pin = pin(sent);
    var area = area(sent, pin);
    var segments = segments(sent);
    var email = PlainText.lineOf(text(sent.email));
    var mobile = PlainText.lineOf(text(sent.mobile));
    var place = PlainText.lineOf(text(sent.place));
    NewContact contact = null;
    List<Photo> photos = List.of();
    if (check) {
      Words.check(words, "words", reader, errors);
      if (place.length() > LONGEST_PLACE) {
        errors.add("place", reader.text("listen.place.long", LONGEST_PLACE));
      }
      contact = contact(email, mobile, reader, errors);
      photos = photos(sent, reader, errors);
    }
    var guess = guess(words, expectedLanguage);
    var chosen = text(sent.language);
    var language = isLanguage(chosen) && !chosen.equals(text(sent.guessed)) ? chosen : guess;
    return new VoiceForm(
        words,
        language,
        guess,
        area == null ? "" : area.code(),
        place,
        pin == null ? "" : Double.toString(pin.longitude()),
        pin == null ? "" : Double.toString(pin.latitude()),
        segments.stream().map(UUID::toString).toList(),
        email,
        mobile,
        sent.show != null,
        text(sent.need),
        text(sent.stamp),
        text(sent.key),
        pin != null && places.areaAt(pin.longitude(), pin.latitude()).isEmpty(),
        new NewVoice.Whereabouts(
            area == null ? null : area.id(),
            place.isEmpty() ? null : place,
            pin == null ? null : pin.longitude(),
            pin == null ? null : pin.latitude()),
        segments,
        contact,
        photos,
        errors);
  }

  private String guess(String words, String expected) {
    return words.isEmpty() ? expected : languages.of(words, expected);
  }

  /// Two or three letters that are a language, or "und".
  static boolean isLanguage(String code) {
    return code.equals("und") || LanguageNames.CODES.contains(code);
  }

  private static String text(@Nullable String sent) {
    return Objects.requireNonNullElse(sent, "");
  }

  /// The point on the map: of this click, else of the one before.
  private @Nullable LonLat pin(SentForm sent) {
    var map = places.map();
    if (sent.mapX != null && sent.mapY != null && map.isPresent()) {
      double height = mapHeight();
      return point(text(sent.mapX), text(sent.mapY), 0, MAP_WIDTH, 0, height) == null
          ? null
          : map.get()
              .lonLatAt(
                  Double.parseDouble(sent.mapX), Double.parseDouble(sent.mapY), MAP_WIDTH, height);
    }
    return point(text(sent.longitude), text(sent.latitude), -180, 180, -90, 90);
  }

  int mapHeight() {
    return places
        .map()
        .map(map -> (int) Math.round(map.height() * (double) MAP_WIDTH / map.width()))
        .orElse(0);
  }

  private static @Nullable LonLat point(
      String x, String y, double minX, double maxX, double minY, double maxY) {
    if (!x.matches("-?\\d{1,4}(\\.\\d{1,20})?") || !y.matches("-?\\d{1,4}(\\.\\d{1,20})?")) {
      return null;
    }
    double across = Double.parseDouble(x);
    double down = Double.parseDouble(y);
    return across < minX || across > maxX || down < minY || down > maxY
        ? null
        : new LonLat(across, down);
  }

  private @Nullable Area area(SentForm sent, @Nullable LonLat pin) {
    if (sent.mapX != null && pin != null) {
      return places.areaAt(pin.longitude(), pin.latitude()).orElse(null);
    }
    var chosen = text(sent.area);
    return chosen.isBlank() ? null : places.findArea(chosen).orElse(null);
  }

  /// At most one segment of each dimension.
  private Set<UUID> segments(SentForm sent) {
    var chosen = new HashSet<UUID>();
    var dimensions = new HashSet<UUID>();
    for (var id : Objects.requireNonNullElse(sent.segment, List.<String>of())) {
      if (id.length() == 36) {
        try {
          places
              .findSegment(UUID.fromString(id))
              .filter(segment -> dimensions.add(segment.dimension()))
              .ifPresent(segment -> chosen.add(segment.id()));
        } catch (IllegalArgumentException notAnId) {
          // not from our page
        }
      }
    }
    return chosen;
  }

  @Nullable NewContact contact(String email, String mobile, Reader reader, FormErrors errors) {
    var language = reader.language().code();
    if (!email.isEmpty() && !mobile.isEmpty()) {
      errors.add("email", reader.text("listen.contact.both"));
      return null;
    }
    if (!email.isEmpty()) {
      var address = ContactInput.email(email);
      if (address.isEmpty()) {
        errors.add("email", reader.text("listen.contact.email.wrong"));
      }
      return address.map(to -> new NewContact("email", to, language, false)).orElse(null);
    }
    if (!mobile.isEmpty()) {
      var number = ContactInput.mobile(mobile, reader.zone());
      if (number.isEmpty()) {
        errors.add("mobile", reader.text("listen.contact.mobile.wrong"));
      }
      return number.map(to -> new NewContact("mobile", to, language, false)).orElse(null);
    }
    return null;
  }

  private List<Photo> photos(SentForm sent, Reader reader, FormErrors errors) {
    var files =
        Objects.requireNonNullElse(sent.photos, List.<FileUpload>of()).stream()
            .filter(file -> file.size() > 0)
            .toList();
    if (files.size() > MOST_PHOTOS) {
      errors.add("photos", reader.text("listen.photos.many", MOST_PHOTOS));
      return List.of();
    }
    var photos = new ArrayList<Photo>();
    for (int i = 0; i < files.size(); i++) {
      switch (redraw(files.get(i))) {
        case Picture.Redrawn(int width, int height, var jpeg) ->
            photos.add(new Photo("image/jpeg", width, height, jpeg));
        case Picture.TooLarge() -> errors.add("photos", reader.text("listen.photos.large", i + 1));
        case Picture.NotAPicture() ->
            errors.add("photos", reader.text("listen.photos.kind", i + 1));
      }
    }
    if (!errors.isEmpty() && !photos.isEmpty()) {
      errors.add("photos", reader.text("listen.photos.again"));
    }
    return photos;
  }

  private Picture redraw(FileUpload file) {
    if (file.size() > Pictures.MAX_BYTES) {
      return new Picture.TooLarge();
    }
    try {
      return pictures.redraw(Files.readAllBytes(file.uploadedFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
