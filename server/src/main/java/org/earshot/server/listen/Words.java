package org.earshot.server.listen;

import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.text.PlainText;

/// The rules for what somebody writes in a box.
final class Words {

  static final int MOST = 20_000;

  private Words() {}

  /// Adds what is wrong with these cleaned words to the errors of a form.
  static void check(String words, String field, Reader reader, FormErrors errors) {
    if (words.isEmpty()) {
      errors.add(field, reader.text("listen.words.none"));
    } else if (PlainText.length(words) > MOST) {
      errors.add(field, reader.text("listen.words.long", MOST, PlainText.length(words)));
    }
  }
}
