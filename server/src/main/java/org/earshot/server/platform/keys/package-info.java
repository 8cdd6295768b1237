/// The node's secrets: made on the first start, kept in owner-only files, never in the database.
///
/// The database holds their fingerprints, and a node with other keys refuses to start.
@NullMarked
package org.earshot.server.platform.keys;

import org.jspecify.annotations.NullMarked;
