package org.earshot.server.listen;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Adds a voice to a need because its person asked for it.
public interface NeedJoining {

  /// Called in the transaction in which the voice is heard. Does nothing when there is no such open
  /// need: `need` comes from a form.
  void join(Handle handle, UUID need, UUID voice, Instant at);
}
