/// The demonstration: fills an empty instance once with the synthetic town of the `demo` module.
///
/// The town comes as plain records; this package turns them into calls of the features' facades,
/// day by day, as if it had happened. Sees every facade; nobody sees it.
@NullMarked
package org.earshot.server.demo;

import org.jspecify.annotations.NullMarked;
