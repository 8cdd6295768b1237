package org.earshot.server.listen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person said about an answer.
///
/// @param score from 1 (not heard at all) to 5 (fully)
/// @param solved whether the matter itself is solved
/// @param words in their own words; null when they wrote none
public record FeltHeardGiven(
    @Nullable Integer score, @Nullable Boolean solved, @Nullable String words, Instant at) {}
