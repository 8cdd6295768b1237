/// What the body owes and gives back: cases, answers, deliveries, the felt-heard check, the debt.
///
/// Every voice that is heard gets a case in the same transaction, because this package listens to
/// the ledger. May use `listen`, `understand`, `places` and the ledger through their facades.
@NullMarked
package org.earshot.server.answer;

import org.jspecify.annotations.NullMarked;
