/// Measurements of a running server from outside, started by `earshot bench`.
///
/// [PageLoad] reads its arguments, signs in, and times one page after the other. May use only the
/// JDK; knows nothing of the server but its addresses. Each measurement has a page of the same name
/// beside it that says what is timed and on what data.
@NullMarked
package org.earshot.benchmarks;

import org.jspecify.annotations.NullMarked;
