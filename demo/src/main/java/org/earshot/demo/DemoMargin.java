package org.earshot.demo;

/// How many people of one segment live in one area. The segments of each dimension add up to the
/// area's people.
public record DemoMargin(String areaCode, String dimension, String segment, long people) {}
