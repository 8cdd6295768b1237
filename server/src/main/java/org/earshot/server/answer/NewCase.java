package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The work item of a voice as it is opened.
///
/// @param debt whether an answer is owed; not for imported history
record NewCase(
    UUID voice,
    UUID service,
    boolean debt,
    boolean urgent,
    Instant openedAt,
    LocalDate promisedOn) {}
