/// `earshot bench budgeting`: how fast elections are decided, from file to outcome.
///
/// [BudgetingBench] times the engine on real and on a synthetic election, beside [PlainStepping].
/// May use the budgeting engine and the JDK.
@NullMarked
package org.earshot.benchmarks.budgeting;

import org.jspecify.annotations.NullMarked;
