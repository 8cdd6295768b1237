package org.earshot.server.understand;

import java.time.Instant;
import java.util.UUID;
import org.earshot.server.places.Names;
import org.jspecify.annotations.Nullable;

/// What several people lack or wish, in the body's words.
///
/// @param publicNumber opens nothing; in addresses of pages
/// @param shown whether the public pages list it
/// @param closedAt when no more voices were expected to join; null while it is open
public record Need(
    UUID id,
    long publicNumber,
    Names titles,
    Names summaries,
    UUID service,
    @Nullable UUID area,
    boolean shown,
    Instant openedAt,
    @Nullable Instant closedAt) {}
