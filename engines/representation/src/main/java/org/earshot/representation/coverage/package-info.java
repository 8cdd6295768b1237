/// Whom we have not heard: those who spoke against those who live here.
///
/// Path of a request: counts of people heard and of residents by segment go in, the engine compares
/// them, and the silence list comes out. May use only the JDK and the weights of this module.
@NullMarked
package org.earshot.representation.coverage;

import org.jspecify.annotations.NullMarked;
