/// The ledger of acts, and the public record over it.
///
/// A feature does something and says so: it hands [org.earshot.server.ledger.Ledger] its acts at
/// the end of its own transaction; the ledger numbers them, adds one leaf each to the record, and
/// tells the features that listen. May use `platform` and the `record` library; knows no feature.
@NullMarked
package org.earshot.server.ledger;

import org.jspecify.annotations.NullMarked;
