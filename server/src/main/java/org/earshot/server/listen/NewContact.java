package org.earshot.server.listen;

/// How to reach a person.
///
/// @param kind "email" or "mobile"
/// @param address normalised
/// @param language in which to write to them
/// @param confirmed whether they have shown that it is theirs; only the demo community begins so
public record NewContact(String kind, String address, String language, boolean confirmed) {}
