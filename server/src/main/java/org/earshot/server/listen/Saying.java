package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes in what a form says: the voice, the need that it joins, and the question to its contact,
/// all in one transaction.
@ApplicationScoped
class Saying {

  /// How it reached us, when a member of staff wrote it down.
  record WrittenDown(UUID staff, String channel, Instant saidAt, UUID service) {}

  private static final int MOST_OFFERS = 3;

  private final Intake intake;
  private final Places places;
  private final Doubts doubts;
  private final ContactDesk contacts;
  private final Instance<SimilarNeeds> similar;
  private final Instance<NeedJoining> joining;
  private final Clock clock;

  Saying(
      Intake intake,
      Places places,
      Doubts doubts,
      ContactDesk contacts,
      Instance<SimilarNeeds> similar,
      Instance<NeedJoining> joining,
      Clock clock) {
    this.intake = intake;
    this.places = places;
    this.doubts = doubts;
    this.contacts = contacts;
    this.similar = similar;
    this.joining = joining;
    this.clock = clock;
  }

  /// Needs that the person may add their voice to instead of standing alone.
  List<SimilarNeeds.Offer> offers(String readerLanguage, String words) {
    return similar.stream()
        .flatMap(feature -> feature.find(readerLanguage, words, MOST_OFFERS).stream())
        .limit(MOST_OFFERS)
        .toList();
  }

  /// The person sends it themselves; nothing when too much comes from their network.
  Optional<Heard> say(VoiceForm form, String trap, String addressBlock) {
    if (doubts.isTooMuch(addressBlock)) {
      return Optional.empty();
    }
    var doubt = doubts.find(form.words(), form.stamp(), trap, addressBlock).orElse(null);
    var now = clock.instant();
    return Optional.of(hear(form, "web", now, now, places.frontDesk().id(), doubt, Actor.person()));
  }

  /// A member of staff writes down what somebody said or handed in.
  Heard writeDown(VoiceForm form, WrittenDown how) {
    return hear(
        form,
        how.channel(),
        how.saidAt(),
        clock.instant(),
        how.service(),
        null,
        Actor.staff(how.staff()));
  }

  private Heard hear(
      VoiceForm form,
      String channel,
      Instant saidAt,
      Instant now,
      UUID service,
      @Nullable String doubt,
      Actor by) {
    var contact = by instanceof Actor.Staff ? inOwnLanguage(form) : form.contact();
    var voice =
        new NewVoice(
            form.words(),
            form.language(),
            channel,
            saidAt,
            now,
            service,
            form.where(),
            form.segmentIds(),
            contact,
            form.mayShow(),
            places.mayBeUrgent(form.language(), form.words()),
            null,
            form.key().matches("[A-Za-z0-9-]{16,64}") ? form.key() : null,
            doubt,
            form.photos(),
            false);
    boolean ask = contact != null && contacts.mayAsk(contact);
    return intake.hear(
        voice,
        by,
        (handle, heard) -> {
          if (ask) {
            contacts.ask(handle, heard.id());
          }
          join(handle, form.need(), heard.id(), now);
        });
  }

  /// The contact as it is written to in the language of the words: staff see their page in theirs.
  private static @Nullable NewContact inOwnLanguage(VoiceForm form) {
    var contact = form.contact();
    return contact == null || Language.findByCode(form.language()).isEmpty()
        ? contact
        : new NewContact(contact.kind(), contact.address(), form.language(), contact.confirmed());
  }

  private void join(Handle handle, String need, UUID voice, Instant at) {
    if (need.length() == 36) {
      try {
        var id = UUID.fromString(need);
        joining.forEach(feature -> feature.join(handle, id, voice, at));
      } catch (IllegalArgumentException notAnId) {
        // not from our page: the voice stands on its own
      }
    }
  }
}
