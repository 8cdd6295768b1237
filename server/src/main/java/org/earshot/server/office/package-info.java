/// The back office: the first run, settings, and who works here.
///
/// Pages for administrators; every change is one transaction and one act in the ledger, through
/// [org.earshot.server.office.Settings] and [org.earshot.server.office.StaffOffice]. May use
/// `platform`, `places`, `ledger` and the retention of `listen`; no feature uses it.
@NullMarked
package org.earshot.server.office;

import org.jspecify.annotations.NullMarked;
