package org.earshot.server.ledger;

/// Everything that can happen to a voice and around it. The public record shows only the coarse
/// [#entryType()]; acts among staff share one, so that nobody can watch how a case is worked on.
public enum ActType {
  VOICE_HEARD("voice.heard", "voice"),
  VOICE_ADDED("voice.added", "voice"),
  VOICE_CORRECTED("voice.corrected", "voice"),
  PERMISSION_CHANGED("permission.changed", "voice"),
  VOICE_ERASED("voice.erased", "erasure"),
  ERASURE_ASKED("erasure.asked", "voice"),
  ERASURE_UNDONE("erasure.undone", "voice"),
  NEED_OPENED("need.opened", "need"),
  NEED_CHANGED("need.changed", "need"),
  NEED_JOINED("need.joined", "voice"),
  NEED_LEFT("need.left", "voice"),
  ANSWER_GIVEN("answer.given", "answer"),
  VOICE_ANSWERED("voice.answered", "voice"),
  DELIVERED("answer.delivered", "staff"),
  DELIVERY_FAILED("answer.undelivered", "staff"),
  FELT_HEARD("voice.felt-heard", "voice"),
  REOPENED("voice.reopened", "voice"),
  PROMISE_MOVED("promise.moved", "voice"),
  CASE_OPENED("case.opened", "staff"),
  CASE_ACKNOWLEDGED("case.acknowledged", "staff"),
  CASE_ASSIGNED("case.assigned", "staff"),
  CASE_TRANSFERRED("case.transferred", "staff"),
  CASE_NOTED("case.noted", "staff"),
  CASE_WAITING("case.waiting", "staff"),
  CASE_RESTRICTED("case.restricted", "staff"),
  CASE_SET_ASIDE("case.set-aside", "staff"),
  CASE_TAKEN_UP("case.taken-up", "staff"),
  RESTRICTED_READ("case.restricted-read", "staff"),
  CONTACT_READ("contact.read", "staff"),
  CONTACT_CHANGED("contact.changed", "staff"),
  WORDS_CLEARED("words.cleared", "staff"),
  STAFF_CHANGED("staff.changed", "staff"),
  SETTINGS_CHANGED("settings.changed", "staff"),
  RECORD_STARTED("record.started", "record"),
  KEY_ROTATED("record.key-rotated", "record");

  private final String code;
  private final String entryType;

  ActType(String code, String entryType) {
    this.code = code;
    this.entryType = entryType;
  }

  /// How the database and message keys name it.
  public String code() {
    return code;
  }

  /// How the public record names it.
  public String entryType() {
    return entryType;
  }

  static ActType ofCode(String code) {
    for (var type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("There is no act of type '%s'.".formatted(code));
  }
}
