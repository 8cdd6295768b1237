/// `earshot budget` and `earshot audit`: the engine of budgeting on files.
///
/// Path of a request: a command reads `.pb` files ([ElectionFile]), asks the engine, and writes
/// [BudgetJson] or [AuditJson] and, with `--report`, a page ([BudgetPage]). May use the budgeting
/// engine and the shared pieces of the command line. Only `Main` uses it.
@NullMarked
package org.earshot.cli.budgeting;

import org.jspecify.annotations.NullMarked;
