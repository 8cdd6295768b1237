package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.places.Places;
import org.earshot.server.places.Service;
import org.earshot.server.platform.i18n.Messages;
import org.earshot.server.platform.i18n.Reader;
import org.jdbi.v3.core.Handle;

/// Tells the story of a voice: the acts of this feature, and what every other one has to add.
@ApplicationScoped
class Stories {

  /// What was promised when the voice was heard.
  ///
  /// @param entry the number of the record's entry
  record Promise(long entry, Service service, Optional<LocalDate> by) {}

  private final Ledger ledger;
  private final Places places;
  private final Instance<VoiceStory> others;

  Stories(Ledger ledger, Places places, Instance<VoiceStory> others) {
    this.ledger = ledger;
    this.places = places;
    this.others = others;
  }

  Story tell(Handle handle, UUID voice, Reader reader) {
    var story = new Story();
    for (var act : ledger.listAbout(handle, voice)) {
      var key = key(act);
      if (Messages.has(key)) {
        story.happened(act.at(), reader.text(key), act.seq());
      }
    }
    others.forEach(other -> other.tell(handle, voice, reader, story));
    if (story.allNext().isEmpty() && story.letters().isEmpty()) {
      promise(handle, voice, reader)
          .ifPresent(
              promise ->
                  promise
                      .by()
                      .ifPresent(
                          by ->
                              story.next(
                                  by,
                                  reader.text(
                                      "listen.story.promise",
                                      promise.service().name(reader.language())))));
    }
    return story;
  }

  /// The promise made when the voice was heard: no date for history, which is only kept.
  Optional<Promise> promise(Handle handle, UUID voice, Reader reader) {
    return ledger.listAbout(handle, voice).stream()
        .filter(act -> act.type() == ActType.VOICE_HEARD && !act.payload().isEmpty())
        .findFirst()
        .map(
            act -> {
              var service = places.getService(Intake.serviceOf(act.payload()));
              boolean history = Boolean.TRUE.equals(act.payload().get("history"));
              var day = act.at().atZone(reader.zone()).toLocalDate();
              return new Promise(
                  act.seq(),
                  service,
                  history ? Optional.empty() : Optional.of(places.promise(service.id(), day)));
            });
  }

  /// The key of the sentence for an act: `listen.story.<act>`, with how it was heard, or what
  /// became of the contact or the permission.
  private static String key(Act act) {
    Map<String, Object> payload = act.payload();
    var more =
        switch (act.type()) {
          case VOICE_HEARD -> "." + payload.get("channel");
          case CONTACT_CHANGED -> "." + payload.get("contact");
          case PERMISSION_CHANGED -> "." + payload.get("mayShow");
          default -> "";
        };
    return "listen.story." + act.type().code() + more;
  }
}
