package org.earshot.server.understand;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.earshot.server.listen.ErasesVoice;
import org.jdbi.v3.core.Handle;

/// Forgets what linked an erased voice to others; the need keeps counting that somebody was there.
@Singleton
final class NeedErasure implements ErasesVoice {

  @Override
  public void erase(Handle handle, UUID voice) {
    new NeedVoices(handle).forgetAlike(List.of(voice));
  }
}
