package org.earshot.server.understand;

import java.time.Instant;
import java.util.UUID;

/// Open voices that look alike and belong to no need yet.
///
/// @param label the words that they share
/// @param since when the first of them was said
public record AlikeGroup(UUID id, UUID service, String label, long people, Instant since) {}
