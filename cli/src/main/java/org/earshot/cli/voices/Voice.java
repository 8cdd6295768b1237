package org.earshot.cli.voices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/// What one person said, as the server takes it.
///
/// @param id the same for the same voice each time it is imported from this source
/// @param saidAt ISO 8601 with a zone
/// @param line where it stands in the file
/// @param raw the row it came from; stays here
record Voice(
    String id,
    String words,
    @Nullable String saidAt,
    @Nullable String language,
    @Nullable String area,
    long line,
    @JsonIgnore String raw) {}
