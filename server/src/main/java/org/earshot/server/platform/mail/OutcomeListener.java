package org.earshot.server.platform.mail;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// A feature that wants to know what became of its messages.
public interface OutcomeListener {

  /// Called in the transaction that stores the outcomes.
  void onOutcomes(Handle handle, List<MessageOutcome> outcomes);
}
