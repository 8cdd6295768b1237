package org.earshot.server.office;

import org.earshot.server.platform.pages.FormErrors;

/// What came of filling in the first-run page.
sealed interface SetUp {

  /// Everything is stored, and the administrator can sign in.
  record Done() implements SetUp {}

  /// Nothing is stored.
  record Wrong(FormErrors errors) implements SetUp {}

  /// The link opens nothing any more.
  record LinkUsed() implements SetUp {}
}
