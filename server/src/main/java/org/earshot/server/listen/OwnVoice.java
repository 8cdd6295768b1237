package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// What a person may do with their own voice: add to it, correct it, show or hide it, take it back.
@ApplicationScoped
public class OwnVoice {

  private static final Duration TIME_TO_UNDO = Duration.ofHours(24);
  private static final int MOST_ADDITIONS = 100;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  OwnVoice(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Adds words to the voice; false when it has very many already.
  ///
  /// @param kind "addition", or "reply" when it came as a reply to a message of ours
  public boolean add(UUID voice, String kind, String words) {
    return database.inTransaction(
        handle -> {
          var voices = new StoredVoices(handle);
          voices.lock(voice);
          var file = file(voices, voice);
          if (file.additions().size() >= MOST_ADDITIONS) {
            return false;
          }
          voices.insertAddition(voice, kind, words, clock.instant());
          voices.index(voice, file.language(), searched(file.words(), file, words));
          append(handle, ActType.VOICE_ADDED, voice, Map.of("words", words));
          return true;
        });
  }

  /// Puts other words in place of the first ones. Those are kept behind them until the voice is
  /// erased. False when it was corrected very often already.
  boolean correct(UUID voice, String words) {
    return database.inTransaction(
        handle -> {
          var voices = new StoredVoices(handle);
          voices.lock(voice);
          var file = file(voices, voice);
          if (file.words().equals(words)) {
            return true;
          }
          if (file.additions().size() >= MOST_ADDITIONS) {
            return false;
          }
          voices.insertAddition(voice, "correction", file.words(), clock.instant());
          voices.changeWords(voice, words, file.language(), searched(words, file, ""));
          append(handle, ActType.VOICE_CORRECTED, voice, Map.of("words", words));
          return true;
        });
  }

  void changeMayShow(UUID voice, boolean mayShow) {
    database.useTransaction(
        handle -> {
          var voices = new StoredVoices(handle);
          voices.lock(voice);
          if (file(voices, voice).mayShow() != mayShow) {
            voices.changeMayShow(voice, mayShow);
            append(handle, ActType.PERMISSION_CHANGED, voice, Map.of("mayShow", mayShow));
          }
        });
  }

  /// Has the voice erased in a day, until when that can be undone: without a contact nobody can
  /// tell whether it is really the person who asks.
  void askErasure(UUID voice) {
    database.useTransaction(
        handle -> {
          var voices = new StoredVoices(handle);
          voices.lock(voice);
          if (file(voices, voice).eraseAfter() == null) {
            voices.changeEraseAfter(voice, clock.instant().plus(TIME_TO_UNDO));
            append(handle, ActType.ERASURE_ASKED, voice, Map.of());
          }
        });
  }

  void undoErasure(UUID voice) {
    database.useTransaction(
        handle -> {
          var voices = new StoredVoices(handle);
          voices.lock(voice);
          if (file(voices, voice).eraseAfter() != null) {
            voices.changeEraseAfter(voice, null);
            append(handle, ActType.ERASURE_UNDONE, voice, Map.of());
          }
        });
  }

  private static VoiceFile file(StoredVoices voices, UUID voice) {
    return voices.list(List.of(voice)).stream()
        .filter(found -> !found.erased())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no voice %s.".formatted(voice)));
  }

  private static String searched(String words, VoiceFile file, String added) {
    var later =
        file.additions().stream()
            .filter(addition -> !addition.kind().equals("correction"))
            .map(VoiceFile.Addition::words);
    return Stream.concat(Stream.concat(Stream.of(words), later), Stream.of(added))
        .collect(Collectors.joining("\n"));
  }

  private void append(Handle handle, ActType type, UUID voice, Map<String, Object> payload) {
    ledger.append(
        handle, List.of(NewAct.aboutVoice(type, voice, Actor.person(), clock.instant(), payload)));
  }
}
