package org.earshot.server.places;

import org.jspecify.annotations.Nullable;

/// One line of a file of margins, checked: names or codes as the file gave them.
public record MarginRow(String dimension, String segment, @Nullable String area, long population) {}
