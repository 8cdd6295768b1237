package org.earshot.cli.voices;

/// A row that did not become a voice.
///
/// @param line where it begins in the file, from 1
/// @param reason why, for the person who can mend the file
/// @param raw the row as it stands there
record Reject(long line, String reason, String raw) {}
