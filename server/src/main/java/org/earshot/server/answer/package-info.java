/// What the body owes and gives back: cases, answers, deliveries, the felt-heard check, the debt.
///
/// Every voice that is heard gets a case in the same transaction, because this package listens to
/// the ledger. A request goes from a resource to [Casework], [NeedDesk] or [AnswerDesk], which open
/// the one transaction. May use `listen`, `understand`, `places` and the ledger through their
/// facades; its lists join the tables of those features in SQL, for reading only (docs/adr/010).
/// Others may use [CaseHistory] and its [PastAct]s.
@NullMarked
package org.earshot.server.answer;

import org.jspecify.annotations.NullMarked;
