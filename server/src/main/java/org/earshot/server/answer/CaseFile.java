package org.earshot.server.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/// Everything that staff may know about one voice and the work on it. Segments are not among it:
/// they count in figures only.
///
/// @param words empty once erased
/// @param contactKind "email" or "mobile"; the address itself is read on request only
record CaseFile(
    UUID voice,
    long number,
    String words,
    String language,
    String channel,
    @Nullable UUID area,
    @Nullable String place,
    boolean mayShow,
    @Nullable String shownWords,
    @Nullable String doubtful,
    boolean erased,
    Instant saidAt,
    UUID service,
    @Nullable UUID assignedTo,
    String state,
    boolean debt,
    boolean restricted,
    boolean urgent,
    @Nullable Instant acknowledgedAt,
    LocalDate promisedOn,
    @Nullable String movedBecause,
    @Nullable String waitingFor,
    @Nullable Instant waitingSince,
    @Nullable LocalDate remindOn,
    @Nullable String setAsideBecause,
    @Nullable Instant reopenedAt,
    @Nullable UUID need,
    @Nullable String contactKind,
    boolean contactConfirmed,
    List<UUID> photos) {

  CaseFile {
    photos = List.copyOf(photos);
  }

  /// Whether an answer is owed.
  public boolean owed() {
    return debt && (state.equals("new") || state.equals("open"));
  }

  public boolean acknowledged() {
    return acknowledgedAt != null;
  }

  public boolean setAside() {
    return setAsideBecause != null;
  }

  /// Staff read the voices of their services. A restricted voice is read only by whom it is
  /// assigned to, and by administrators who belong to the service; see docs/adr/010.
  boolean mayBeReadBy(StaffMember staff) {
    return staff.mayRead(service)
        && (!restricted
            || staff.id().equals(assignedTo)
            || staff.roles().contains(Roles.ADMINISTRATOR));
  }
}
