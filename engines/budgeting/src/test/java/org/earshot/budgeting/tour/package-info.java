/// A tour of the engine in small towns: one idea a class, in the order in which to read them.
@NullMarked
package org.earshot.budgeting.tour;

import org.jspecify.annotations.NullMarked;
