/// The database: the embedded PostgreSQL, and transactions for everybody else.
///
/// Knows no feature. Features open transactions through [org.earshot.server.platform.db.Database]
/// and keep their SQL in one package-private class each.
@NullMarked
package org.earshot.server.platform.db;

import org.jspecify.annotations.NullMarked;
