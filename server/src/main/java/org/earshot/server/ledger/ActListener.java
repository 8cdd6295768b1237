package org.earshot.server.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// A feature that reacts to the acts of others in the same transaction, for invariants such as
/// "every voice has a case". May append acts of its own, which reach the listeners too.
public interface ActListener {

  /// Called once for each appended batch, in the batch's order.
  void onActs(Handle handle, List<Act> acts);
}
