/// `earshot weigh`, `earshot coverage` and `earshot panel`: whom we have not heard, weights to
/// trust, panels drawn by a fair lot.
///
/// Path of a request: tables are read with the place of every cell, turned into the engine's
/// values, and its results written as the contract in `docs/cli.md` says, with a report where
/// asked. May use the engine `representation` and the shared pieces of this module.
@NullMarked
package org.earshot.cli.representation;

import org.jspecify.annotations.NullMarked;
