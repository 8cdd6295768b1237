/// Where people live, who lives there, and which service owes them the answer.
///
/// Everything here is small and read often: [org.earshot.server.places.Places] keeps one snapshot
/// in memory and reloads it when it changes. Other features read through it; only the first run,
/// the settings pages and the demonstration write, in their own transaction. May use `platform`;
/// knows no other feature.
@NullMarked
package org.earshot.server.places;

import org.jspecify.annotations.NullMarked;
