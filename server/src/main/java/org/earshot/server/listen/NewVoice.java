package org.earshot.server.listen;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person says, before it has an id: the words and what they agreed we may know.
///
/// @param words in their own words; Unicode NFC, neither blank nor longer than the intake allows
/// @param language ISO 639-1, or "und" when nobody can tell
/// @param channel "web", "phone", "counter", "paper", "email", "sms" or "import"
/// @param saidAt when they said it
/// @param heardAt when it reached us: for an import the time of the import. Promises count from
///   here
/// @param service whom it is for; the front desk when nobody knows
/// @param origin where an import found it; makes repeating the import harmless
/// @param idempotencyKey chosen by the sender; the same key is the same voice
/// @param doubtful why a person should look at it before it counts; null when nothing is odd
/// @param history whether it is only kept: no promise is made and no debt arises
public record NewVoice(
    String words,
    String language,
    String channel,
    Instant saidAt,
    Instant heardAt,
    UUID service,
    Whereabouts where,
    Set<UUID> segments,
    @Nullable NewContact contact,
    boolean mayShow,
    boolean urgent,
    @Nullable Origin origin,
    @Nullable String idempotencyKey,
    @Nullable String doubtful,
    List<Photo> photos,
    boolean history) {

  public NewVoice {
    segments = Set.copyOf(segments);
    photos = List.copyOf(photos);
    if (words.isBlank()) {
      throw new IllegalArgumentException("A voice needs words.");
    }
  }

  /// The place it is about, as far as the person said.
  public record Whereabouts(
      @Nullable UUID area,
      @Nullable String place,
      @Nullable Double longitude,
      @Nullable Double latitude) {

    public static Whereabouts unknown() {
      return new Whereabouts(null, null, null, null);
    }
  }

  /// The source of an import and the voice's id in it.
  public record Origin(String source, String id) {}
}
