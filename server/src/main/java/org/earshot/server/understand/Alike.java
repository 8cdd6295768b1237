package org.earshot.server.understand;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Groups of voices that look alike, found by [AlikeJob] and offered to staff, who decide.
@ApplicationScoped
public class Alike {

  /// Groups of these services, the largest first.
  public List<AlikeGroup> list(Handle handle, List<UUID> services, int limit) {
    return new AlikeRows(handle).list(services, limit);
  }

  public long count(Handle handle, List<UUID> services) {
    return new AlikeRows(handle).count(services);
  }

  public Optional<AlikeGroup> find(Handle handle, UUID group) {
    return new AlikeRows(handle).find(group);
  }

  /// The voices of a group that still belong to no need.
  public List<UUID> voices(Handle handle, UUID group) {
    return new AlikeRows(handle).voices(group);
  }

  /// Voices of these services that read like this one, best first; nothing when it says too little.
  public List<UUID> similarVoices(Handle handle, UUID voice, List<UUID> services, int limit) {
    return new SimilarVoices(handle).of(voice, services, limit);
  }
}
