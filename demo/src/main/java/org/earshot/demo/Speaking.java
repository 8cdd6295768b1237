package org.earshot.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody about to speak: everything but the words.
///
/// @param ordinal which of the day's voices it is, before they are put in order of time
/// @param chance all that is still to be drawn about this voice
record Speaking(
    int ordinal,
    @Nullable Episode episode,
    Topic topic,
    Town.Person person,
    String language,
    String channel,
    Instant at,
    Chance chance) {}
