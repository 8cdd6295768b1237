/// Staff accounts, sessions, second factors and who may do what.
///
/// [org.earshot.server.platform.identity.SignIn] opens sessions, the session mechanism turns their
/// cookie into roles on every request, and [org.earshot.server.platform.identity.CurrentStaff]
/// tells features who is there. Administration of other people's accounts is the feature `office`,
/// which writes it into the ledger.
@NullMarked
package org.earshot.server.platform.identity;

import org.jspecify.annotations.NullMarked;
