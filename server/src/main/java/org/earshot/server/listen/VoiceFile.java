package org.earshot.server.listen;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A voice as it is kept.
///
/// @param words empty once erased
/// @param place an address in the person's words
/// @param shownWords what staff cleared for the public, without names
/// @param doubtful why a person should look at it: "trap", "fast", "many", "same" or "links"
/// @param eraseAfter when an erasure that was asked for takes effect
/// @param additions what came later, oldest first
/// @param photos ids, for [VoiceBook#findPhoto]
public record VoiceFile(
    UUID id,
    long publicNumber,
    String channel,
    String language,
    String words,
    @Nullable UUID area,
    @Nullable String place,
    @Nullable Double longitude,
    @Nullable Double latitude,
    Set<UUID> segments,
    boolean mayShow,
    @Nullable String shownWords,
    boolean urgent,
    @Nullable String doubtful,
    boolean restricted,
    Instant saidAt,
    Instant receivedAt,
    @Nullable Instant eraseAfter,
    @Nullable Instant erasedAt,
    List<Addition> additions,
    List<UUID> photos,
    @Nullable ContactKept contact) {

  public VoiceFile {
    segments = Set.copyOf(segments);
    additions = List.copyOf(additions);
    photos = List.copyOf(photos);
  }

  public boolean erased() {
    return erasedAt != null;
  }

  /// Something that came after the first words.
  ///
  /// @param kind "addition", "reply" (to a message of ours), or "correction": then `words` are
  ///   those that were replaced
  public record Addition(String kind, String words, Instant at) {}

  /// That there is a contact, without saying which.
  public record ContactKept(String kind, String language, boolean confirmed) {}
}
