/// What voices have in common: needs that gather them, groups that look alike, search.
///
/// A need never replaces its voices: each keeps its words, its case and its own answer. May use
/// `listen`, `places` and the ledger; `answer` uses this package through [Needs], [VoiceSearch] and
/// [Alike]. Search joins `voice` with `case_work` in SQL, for reading only.
@NullMarked
package org.earshot.server.understand;

import org.jspecify.annotations.NullMarked;
