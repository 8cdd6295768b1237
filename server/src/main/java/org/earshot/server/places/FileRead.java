package org.earshot.server.places;

import java.util.List;

/// What came of reading a file that somebody uploaded.
///
/// @param <T> what one entry of the file is
public sealed interface FileRead<T> {

  record Good<T>(List<T> entries) implements FileRead<T> {

    public Good {
      entries = List.copyOf(entries);
    }
  }

  /// Nothing is taken from a file with faults.
  record Faulty<T>(List<Fault> faults) implements FileRead<T> {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
