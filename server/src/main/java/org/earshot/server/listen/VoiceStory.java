package org.earshot.server.listen;

import java.util.UUID;
import org.earshot.server.platform.i18n.Reader;
import org.jdbi.v3.core.Handle;

/// What another feature has to tell a person about their voice: what was done with it, what comes
/// next, and the answers. Told on the page that the receipt code opens.
public interface VoiceStory {

  void tell(Handle handle, UUID voice, Reader reader, Story story);
}
