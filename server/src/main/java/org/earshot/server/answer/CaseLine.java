package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as lists show it.
///
/// @param number the voice's public number
/// @param excerpt the first words; empty once erased
/// @param sortKey its place in the list that it was read for
/// @param need the public number of the need that it belongs to, if it does
record CaseLine(
    UUID voice,
    long number,
    String excerpt,
    String language,
    String channel,
    @Nullable UUID area,
    UUID service,
    String state,
    LocalDate promisedOn,
    Instant openedAt,
    boolean debt,
    boolean urgent,
    boolean restricted,
    boolean doubtful,
    boolean reopened,
    @Nullable String waitingFor,
    @Nullable Instant waitingSince,
    @Nullable Long need,
    @Nullable String needTitles,
    String sortKey) {

  public boolean owed() {
    return debt && (state.equals("new") || state.equals("open"));
  }
}
