package org.earshot.server;

import java.nio.file.Path;

/// The arguments of `backup` and `restore`.
///
/// @param file the backup
/// @param dataDirectory where the keys and the embedded database live
record BackupArguments(Path file, Path dataDirectory) {

  static BackupArguments parse(String... args) {
    String file = null;
    var data = System.getenv().getOrDefault("EARSHOT_DATA", ".earshot");
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--data") && i + 1 < args.length) {
        data = args[++i];
      } else if (!args[i].startsWith("-") && file == null) {
        file = args[i];
      } else {
        throw new IllegalArgumentException(
            "'%s' does not belong to %s FILE [--data DIR].".formatted(args[i], args[0]));
      }
    }
    if (file == null) {
      throw new IllegalArgumentException("%s needs a FILE.".formatted(args[0]));
    }
    return new BackupArguments(
        Path.of(file).toAbsolutePath().normalize(), Path.of(data).toAbsolutePath().normalize());
  }

  Path keys() {
    var keys = System.getenv("EARSHOT_KEYS_DIR");
    return keys == null || keys.isBlank() ? dataDirectory.resolve("keys") : Path.of(keys);
  }
}
