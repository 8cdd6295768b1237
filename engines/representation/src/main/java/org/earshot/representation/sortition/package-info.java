/// Panels drawn by a fair lot: lotteries over panels that fill every quota.
///
/// Path of a request: a pool goes to the lot, which finds the fairest lottery and the proof that
/// none is fairer, or the least change of the quotas; a public draw takes a panel from it. May use
/// the JDK and OR-tools, whose native library is loaded only when our own solver gives up.
@NullMarked
package org.earshot.representation.sortition;

import org.jspecify.annotations.NullMarked;
