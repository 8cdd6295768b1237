package org.earshot.record;

import java.nio.charset.StandardCharsets;

/// Stands in the log for whom or what an act is about: SHA-256(salt || id), the salt being the
/// subject's own. Acts on one subject share a tag; erasing the salt cuts the tag from the subject.
public record SubjectTag(Hash hash) {

  /// The tag of the subject `id` under its secret random `salt` of 32 bytes.
  public static SubjectTag of(byte[] salt, byte[] id) {
    Commitment.requireSalt(salt);
    return new SubjectTag(Hashing.plain(salt, id));
  }

  /// The tag of the subject whose id, in UTF-8, is `id`.
  public static SubjectTag of(byte[] salt, String id) {
    return of(salt, id.getBytes(StandardCharsets.UTF_8));
  }
}
