package org.earshot.record;

import java.util.regex.Pattern;

/// The shape of a [LogPath]; whether its numbers are in range is checked after it.
final class LogPathGrammar {

  static final int LONGEST = 64;

  static final Pattern PATH =
      Pattern.compile(
          "tile/(?<level>entries|[0-9]{1,2})/(?<index>(?:x[0-9]{3}/){0,6}[0-9]{3})"
              + "(?:\\.p/(?<width>[0-9]{1,3}))?");

  private LogPathGrammar() {}
}
