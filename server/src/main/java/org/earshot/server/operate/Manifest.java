package org.earshot.server.operate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a backup says about itself; the entry `manifest.json`.
///
/// @param format of the file; this class knows 1
/// @param madeAt when its snapshot was taken, ISO 8601
/// @param schema the version of the newest migration
/// @param record the state of the public record, if it has begun
/// @param keys the SHA-256 of each key that the data was written with, in hexadecimal, by name; the
///   keys themselves are never in a backup
record Manifest(
    int format,
    String madeAt,
    String schema,
    List<Table> tables,
    List<Sequence> sequences,
    @Nullable RecordState record,
    Map<String, String> keys) {

  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    keys = Map.copyOf(keys);
  }

  /// One table, whose rows are the entry `tables/NAME` in PostgreSQL's COPY text format.
  ///
  /// @param sha256 of the entry, in hexadecimal
  record Table(String name, List<String> columns, long rows, String sha256) {

    Table {
      columns = List.copyOf(columns);
    }

    String entry() {
      return "tables/" + name;
    }
  }

  /// A sequence.
  ///
  /// @param lastValue null when it was never used
  record Sequence(String name, @Nullable Long lastValue) {}

  /// The public record as the backup knows it.
  ///
  /// @param checkpoint the newest signed checkpoint, if there is one
  record RecordState(String origin, long size, @Nullable String checkpoint) {}
}
