package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;

/// What the pages behind a receipt code show. Whoever asks has opened the voice with [VoiceAccess]
/// before.
@ApplicationScoped
class MyVoices {

  /// A voice and what became of it.
  record Told(VoiceFile file, Story story) {}

  /// A voice and what was promised when it was heard.
  ///
  /// @param next what is to come soonest now
  record Receipt(VoiceFile file, Stories.Promise promise, Optional<Story.Next> next) {}

  private final Database database;
  private final VoiceBook voices;
  private final Stories stories;

  MyVoices(Database database, VoiceBook voices, Stories stories) {
    this.database = database;
    this.voices = voices;
    this.stories = stories;
  }

  Optional<Told> find(UUID voice, Reader reader) {
    return database.read(
        handle ->
            voices
                .find(handle, voice)
                .map(file -> new Told(file, stories.tell(handle, voice, reader))));
  }

  /// The receipt; nothing once the voice is erased.
  Optional<Receipt> findReceipt(UUID voice, Reader reader) {
    return database.read(
        handle ->
            voices
                .find(handle, voice)
                .flatMap(
                    file ->
                        stories
                            .promise(handle, voice, reader)
                            .map(
                                promise ->
                                    new Receipt(
                                        file,
                                        promise,
                                        stories.tell(handle, voice, reader).allNext().stream()
                                            .findFirst()))));
  }

  Optional<Photo> findPhoto(UUID voice, UUID photo) {
    return database.read(handle -> voices.findPhoto(handle, voice, photo));
  }
}
