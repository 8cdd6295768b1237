/// Keeping the system running: the operator's status page, backups and restores.
///
/// [org.earshot.server.operate.Backup] and [org.earshot.server.operate.Restore] are entry points of
/// their own, beside `serve`, and talk to PostgreSQL directly. May use `platform`, `ledger` and the
/// erasures of `listen`; no feature uses it.
@NullMarked
package org.earshot.server.operate;

import org.jspecify.annotations.NullMarked;
