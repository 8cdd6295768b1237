package org.earshot.server.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The one way to add to the ledger.
@ApplicationScoped
public class Ledger {

  /// Appends the acts in the caller's transaction, in order, each with one leaf in the public
  /// record. Call it last: from here to the commit no other act can be appended.
  public List<Act> append(Handle handle, List<NewAct> acts) {
    throw new IllegalStateException("in the making");
  }

  /// The acts about one subject, oldest first.
  public List<Act> listAbout(Handle handle, UUID subject) {
    throw new IllegalStateException("in the making");
  }

  /// Makes every commitment about this subject impossible to open: deletes payloads and salts.
  public void erase(Handle handle, UUID subject) {
    throw new IllegalStateException("in the making");
  }
}
