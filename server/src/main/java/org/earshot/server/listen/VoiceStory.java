package org.earshot.server.listen;

import java.util.UUID;
import org.earshot.server.platform.i18n.Reader;
import org.jdbi.v3.core.Handle;

/// A feature that knows what became of a voice, and tells it to the person on their receipt page.
public interface VoiceStory {

  /// Adds what this feature knows about the voice, in the reader's language.
  void tell(Handle handle, UUID voice, Reader reader, Story story);
}
