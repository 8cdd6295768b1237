package org.earshot.server.listen;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A feature that keeps something of a person in tables of its own, and forgets it when they have
/// their voice erased: notes, quotes, answers that repeat their words, deliveries.
public interface ErasesVoice {

  /// Called in the transaction of the erasure, before the act that tells of it.
  void erase(Handle handle, UUID voice);
}
