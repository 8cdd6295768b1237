package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.jobs.RateLimits;
import org.earshot.server.platform.keys.Vault;
import org.earshot.server.platform.mail.Outbox;
import org.earshot.server.platform.mail.OutgoingMessage;
import org.earshot.server.platform.pages.Bodies;
import org.jdbi.v3.core.Handle;

/// How people are reached: contacts are asked to confirm before anything else is sent to them, can
/// be changed and taken away, and get the one-time codes that guard erasing and exporting.
@ApplicationScoped
public class ContactDesk {

  private static final int TOKEN_BYTES = 18;
  private static final int ONCE_TRIES = 5;
  private static final Duration ONCE_FOR = Duration.ofMinutes(15);
  private static final int VOICES_FOR_ONE_ADDRESS = 5;

  private final SecureRandom random = new SecureRandom();
  private final Database database;
  private final Vault vault;
  private final Ledger ledger;
  private final Outbox outbox;
  private final RateLimits limits;
  private final Bodies bodies;
  private final Clock clock;

  ContactDesk(
      Database database,
      Vault vault,
      Ledger ledger,
      Outbox outbox,
      RateLimits limits,
      Bodies bodies,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.ledger = ledger;
    this.outbox = outbox;
    this.limits = limits;
    this.bodies = bodies;
    this.clock = clock;
  }

  /// Whether a message asking to confirm may go to this address now; strangers must not be able to
  /// fill somebody's mailbox through us.
  boolean mayAsk(NewContact contact) {
    return limits.allow(
        "contact-ask", contact.kind() + ' ' + contact.address(), 3, Duration.ofDays(1));
  }

  /// Asks a voice's new contact whether it is theirs: the message carries two links and nothing
  /// else.
  void ask(Handle handle, UUID voice, OpenContact contact) {
    var token =
        Base64.getUrlEncoder().withoutPadding().encodeToString(vault.randomBytes(TOKEN_BYTES));
    new Contacts(handle).changeConfirmHash(voice, vault.lookup("confirm", token));
    var address = bodies.get().address();
    send(
        handle,
        voice,
        contact,
        "confirm",
        address + "/contact/confirm/" + token,
        address + "/contact/not-me/" + token);
  }

  void ask(Handle handle, UUID voice) {
    new Contacts(handle).find(voice, vault).ifPresent(contact -> ask(handle, voice, contact));
  }

  /// Puts this contact in the place of the one before and asks it to confirm.
  void change(UUID voice, NewContact contact) {
    boolean mayAsk = mayAsk(contact);
    database.useTransaction(
        handle -> {
          var hidden = StoredVoice.SealedContact.of(contact, vault);
          new Contacts(handle).save(voice, hidden, clock.instant());
          if (mayAsk) {
            ask(handle, voice);
          }
          tell(handle, voice, "asked", Actor.person());
        });
  }

  /// Forgets the contact of a voice.
  void remove(Handle handle, UUID voice, Actor by) {
    if (new Contacts(handle).remove(voice)) {
      outbox.forget(handle, voice);
      tell(handle, voice, "removed", by);
    }
  }

  void remove(UUID voice) {
    database.useTransaction(handle -> remove(handle, voice, Actor.person()));
  }

  boolean isKnown(String token) {
    return database.inTransaction(
        handle ->
            new Contacts(handle).findByConfirmHash(vault.lookup("confirm", token)).isPresent());
  }

  /// The owner of the contact says that it is theirs. False when the link is not, or no longer,
  /// good.
  boolean confirm(String token) {
    return database.inTransaction(
        handle -> {
          var contacts = new Contacts(handle);
          var voice = contacts.findByConfirmHash(vault.lookup("confirm", token));
          voice.ifPresent(
              id -> {
                if (contacts.confirm(id, clock.instant())) {
                  tell(handle, id, "confirmed", Actor.person());
                }
              });
          return voice.isPresent();
        });
  }

  /// The owner of the contact says that it is not theirs: it is forgotten.
  boolean notMe(String token) {
    return database.inTransaction(
        handle -> {
          var voice = new Contacts(handle).findByConfirmHash(vault.lookup("confirm", token));
          voice.ifPresent(id -> remove(handle, id, Actor.person()));
          return voice.isPresent();
        });
  }

  Optional<OpenContact> findConfirmed(UUID voice) {
    return database.read(
        handle -> new Contacts(handle).find(voice, vault).filter(OpenContact::confirmed));
  }

  Optional<OpenContact> find(UUID voice) {
    return database.read(handle -> new Contacts(handle).find(voice, vault));
  }

  /// Sends a one-time code to the confirmed contact; not more than a few an hour.
  void sendOnce(UUID voice) {
    if (!limits.allow("once", voice.toString(), 5, Duration.ofHours(1))) {
      return;
    }
    database.useTransaction(
        handle -> {
          var contacts = new Contacts(handle);
          var contact = contacts.find(voice, vault).filter(OpenContact::confirmed);
          if (contact.isPresent()) {
            var digits = "%06d".formatted(random.nextInt(1_000_000));
            contacts.changeOnce(voice, onceHash(voice, digits), clock.instant().plus(ONCE_FOR));
            send(handle, voice, contact.get(), "once", digits);
          }
        });
  }

  /// Whether this is the one-time code last sent for the voice. Each is good once, for fifteen
  /// minutes and five tries.
  boolean checkOnce(UUID voice, String typed) {
    var digits = typed.replaceAll("\\D", "");
    return database.inTransaction(
        handle -> {
          var contacts = new Contacts(handle);
          var once = contacts.tryOnce(voice).orElse(null);
          if (once == null || once.hash() == null || once.until() == null) {
            return false;
          }
          boolean right =
              once.tries() <= ONCE_TRIES
                  && clock.instant().isBefore(once.until())
                  && MessageDigest.isEqual(once.hash(), onceHash(voice, digits));
          if (right) {
            contacts.changeOnce(voice, null, null);
          }
          return right;
        });
  }

  /// Sends the codes of their voices to somebody who gave this address and confirmed it before.
  /// Does nothing that could be seen from outside when there are none.
  void sendLostCodes(String kind, String address) {
    if (!limits.allow("lost-code", kind + ' ' + address, 3, Duration.ofDays(1))) {
      return;
    }
    var lookup = StoredVoice.SealedContact.lookup(kind, address, vault);
    database.useTransaction(
        handle -> {
          var contacts = new Contacts(handle);
          contacts.listConfirmed(lookup).stream()
              .limit(VOICES_FOR_ONE_ADDRESS)
              .forEach(voice -> sendCode(handle, voice, contacts.find(voice, vault).orElseThrow()));
        });
  }

  private void sendCode(Handle handle, UUID voice, OpenContact contact) {
    var hidden = new StoredVoices(handle).findSealedCode(voice);
    if (hidden.isPresent()) {
      var code = new ReceiptCode(vault.open(hidden.get()));
      send(
          handle,
          voice,
          contact,
          "lost",
          code.grouped(),
          bodies.get().address() + "/v/" + code.value());
    }
  }

  /// Puts a message of this kind into the outbox; its texts are `listen.message.<kind>.*`.
  private void send(
      Handle handle, UUID voice, OpenContact contact, String kind, Object... details) {
    var body = bodies.get();
    var language = Language.findByCode(contact.language()).orElse(body.languages().getFirst());
    var reader = new Reader(language, body.zone());
    var arguments = new Object[details.length + 1];
    arguments[0] = body.name();
    System.arraycopy(details, 0, arguments, 1, details.length);
    var form = contact.kind().equals("mobile") ? ".sms" : ".body";
    outbox.add(
        handle,
        List.of(
            new OutgoingMessage(
                contact.channel(),
                contact.address(),
                reader.text("listen.message." + kind + ".subject", arguments),
                reader.text("listen.message." + kind + form, arguments),
                language,
                null,
                kind,
                voice,
                voice)));
  }

  private void tell(Handle handle, UUID voice, String what, Actor by) {
    ledger.append(
        handle,
        List.of(
            NewAct.aboutVoice(
                ActType.CONTACT_CHANGED, voice, by, clock.instant(), Map.of("contact", what))));
  }

  private byte[] onceHash(UUID voice, String digits) {
    return vault.lookup("once", voice + " " + digits);
  }
}
