package org.earshot.cli.voices;

/// One physical line of a text file.
///
/// @param number counted from 1
/// @param text without its line break; what is not UTF-8 in it shows as U+FFFD
/// @param end the line break as it was, or empty at the end of the file
/// @param fault why the line as such cannot be used, or empty
record Line(long number, String text, String end, String fault) {}
