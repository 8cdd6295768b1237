/// What the body shows to everybody: needs with their answers, and what it still owes.
///
/// A job counts; what is public is frozen once a day with small numbers hidden, what is live is for
/// staff. Reads the tables of `listen`, `understand` and `answer` for counting only.
@NullMarked
package org.earshot.server.publish;

import org.jspecify.annotations.NullMarked;
