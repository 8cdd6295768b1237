package org.earshot.server.platform.identity;

/// What came of a login and a password.
sealed interface SignInResult {

  /// The session is open.
  record Done(String token) implements SignInResult {}

  /// The token opens nothing but the page that asks for a code.
  record CodeNeeded(String token) implements SignInResult {}

  /// The token opens nothing but the page that sets up an authenticator app.
  record EnrolmentNeeded(String token) implements SignInResult {}

  /// Wrong, unknown, disabled or locked: the answer never says which.
  record Refused() implements SignInResult {}

  /// Too many tries from one network.
  record TooMany() implements SignInResult {}
}
