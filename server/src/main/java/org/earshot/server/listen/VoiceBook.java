package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// The voices as other features read them, by id. Who may read which is theirs to decide.
@ApplicationScoped
public class VoiceBook {

  private final Vault vault;
  private final Ledger ledger;
  private final Clock clock;

  VoiceBook(Vault vault, Ledger ledger, Clock clock) {
    this.vault = vault;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Optional<VoiceFile> find(Handle handle, UUID voice) {
    return list(handle, List.of(voice)).stream().findFirst();
  }

  /// The voices of these ids, in no order; those that are not there are left out.
  public List<VoiceFile> list(Handle handle, Collection<UUID> voices) {
    return voices.isEmpty() ? List.of() : new StoredVoices(handle).list(voices);
  }

  /// A photo of this voice.
  public Optional<Photo> findPhoto(Handle handle, UUID voice, UUID photo) {
    return new StoredVoices(handle).findPhoto(voice, photo);
  }

  /// The contact that messages may be sent to; nothing until it is confirmed.
  public Optional<OpenContact> findConfirmedContact(Handle handle, UUID voice) {
    return new Contacts(handle).find(voice, vault).filter(OpenContact::confirmed);
  }

  /// Shows a contact to a member of staff, which is an act in the ledger.
  public Optional<OpenContact> readContact(Handle handle, UUID voice, UUID staff) {
    var contact = new Contacts(handle).find(voice, vault);
    if (contact.isPresent()) {
      ledger.append(
          handle,
          List.of(
              NewAct.aboutVoice(
                  ActType.CONTACT_READ,
                  voice,
                  Actor.staff(staff),
                  clock.instant(),
                  Map.of("kind", contact.get().kind()))));
    }
    return contact;
  }

  /// The receipt code, for messages to the voice's confirmed contact; nothing once erased.
  public Optional<ReceiptCode> findCode(Handle handle, UUID voice) {
    return new StoredVoices(handle)
        .findSealedCode(voice)
        .map(code -> new ReceiptCode(vault.open(code)));
  }

  /// Those of these voices whose contact is confirmed, with what a message to them needs.
  public Map<UUID, Addressee> listAddressees(Handle handle, Collection<UUID> voices) {
    return new Contacts(handle).listAddressees(voices, vault);
  }
}
