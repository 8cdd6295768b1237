package org.earshot.demo;

/// How to reach an invented person: an example address, or a number kept free for drama.
///
/// @param kind email or mobile
public record DemoContact(String kind, String address, boolean confirmed) {}
