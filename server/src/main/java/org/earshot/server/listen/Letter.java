package org.earshot.server.listen;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer as its person reads it.
///
/// @param from who signs it: a role or a chosen name, with the service
/// @param outcomeText what follows from it, in a few words: "It is done"
/// @param language of the words, ISO 639-1
/// @param direction "ltr" or "rtl"
/// @param note a remark above the words, such as that there are none in the person's language
/// @param mayCheck whether the person may say now whether they felt heard
/// @param given what they said already
public record Letter(
    UUID answer,
    Instant at,
    String from,
    String outcomeText,
    String words,
    String language,
    String direction,
    @Nullable String note,
    boolean mayCheck,
    @Nullable FeltHeardGiven given) {

  /// Whether the words end with the name already, as many people write their letters.
  public boolean signedInWords() {
    return words.strip().endsWith(from);
  }
}
