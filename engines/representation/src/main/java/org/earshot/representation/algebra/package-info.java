/// Linear algebra that weights and lotteries share.
///
/// May use only the JDK; for this module only.
@NullMarked
package org.earshot.representation.algebra;

import org.jspecify.annotations.NullMarked;
