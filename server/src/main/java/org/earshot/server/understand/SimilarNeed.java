package org.earshot.server.understand;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A need that may be the one somebody is writing about: its title, never anybody's words.
///
/// @param people how many people said so; null when they are fewer than ten, which the public never
///   sees counted ("a few people")
public record SimilarNeed(UUID id, long publicNumber, String title, @Nullable Long people) {}
