package org.earshot.record;

import java.io.IOException;
import java.util.Optional;

/// Where a log is read from: a server or a directory with a copy.
@FunctionalInterface
public interface LogSource {

  /// The bytes of the file at `path` ([LogPath], or [LogPath#CHECKPOINT]), or empty if there is
  /// none. A source may refuse, by an exception, to read a file that is too large.
  Optional<byte[]> read(String path) throws IOException;
}
