package org.earshot.server.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A list of cases that staff work through. Each has an order, by which it is also paged.
enum CaseView {
  OWED("w.debt AND w.state IN ('new', 'open') AND w.promised_on <= :today", "promised_on", "date"),
  OVERDUE(
      "w.debt AND w.state IN ('new', 'open') AND w.promised_on < :today", "promised_on", "date"),
  OPEN("w.debt AND w.state IN ('new', 'open')", "promised_on", "date"),
  NEW("w.debt AND w.state = 'new'", "opened_at", "timestamptz"),
  URGENT("w.urgent AND w.debt AND w.state IN ('new', 'open')", "opened_at", "timestamptz"),
  REMINDED("w.remind_on <= :today", "remind_on", "date"),
  WAITING("w.waiting_for IS NOT NULL", "waiting_since", "timestamptz"),
  MINE("w.assigned_to = :me AND w.debt AND w.state IN ('new', 'open')", "promised_on", "date"),
  CHANGED(
      """
      w.assigned_to = :me AND w.changed_at > coalesce(w.seen_at, '-infinity')
      AND w.state <> 'withdrawn' AND (w.answered_at IS NULL OR w.changed_at > w.answered_at)\
      """,
      "changed_at",
      "timestamptz"),
  DOUBTFUL(
      """
      w.set_aside_at IS NULL
      AND w.voice_id IN (SELECT id FROM voice WHERE doubtful IS NOT NULL)\
      """,
      "opened_at",
      "timestamptz"),
  ASIDE("w.set_aside_at IS NOT NULL", "set_aside_at", "timestamptz");

  private final String condition;
  private final String key;
  private final String keyType;

  CaseView(String condition, String key, String keyType) {
    this.condition = condition;
    this.key = key;
    this.keyType = keyType;
  }

  /// What holds for a case `w` of this list, in SQL with the parameters `:today` and `:me`.
  String condition() {
    return condition;
  }

  /// The column of `case_work` that orders the list.
  String key() {
    return key;
  }

  String keyType() {
    return keyType;
  }

  /// How addresses and message keys name it.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CaseView> find(String code) {
    return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
  }
}
