package org.earshot.server.platform.keys;

import java.util.Arrays;
import org.earshot.server.platform.db.Database;

/// The SQL of key fingerprints: SHA-256 of each key that this database was written with.
final class KeyFingerprints {

  private final Database database;

  KeyFingerprints(Database database) {
    this.database = database;
  }

  /// Loads a key and refuses it when the database knows another one of that name.
  byte[] checked(KeyFolder folder, String name) {
    return database.inTransaction(
        handle -> {
          var known =
              handle
                  .createQuery("SELECT fingerprint FROM key_fingerprint WHERE name = :name")
                  .bind("name", name)
                  .mapTo(byte[].class)
                  .findOne();
          var key = folder.load(name, known.isEmpty());
          var fingerprint = Vault.fingerprint(key);
          if (known.isEmpty()) {
            handle
                .createUpdate(
                    "INSERT INTO key_fingerprint (name, fingerprint) VALUES (:name, :fingerprint)")
                .bind("name", name)
                .bind("fingerprint", fingerprint)
                .execute();
          } else if (!Arrays.equals(known.get(), fingerprint)) {
            throw new IllegalStateException(
                "The key '%s' in %s is not the one that this database was written with.\nPut the right keys back, or set EARSHOT_KEYS_DIR to the folder that holds them."
                    .formatted(name, folder.directory()));
          }
          return key;
        });
  }
}
