package org.earshot.server.understand;

/// A need that staff found, with how many people stand behind it.
public record NeedMatch(Need need, long people) {}
