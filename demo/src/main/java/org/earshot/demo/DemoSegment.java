package org.earshot.demo;

/// One value of a dimension.
///
/// @param code with its dimension in front, for example `age:18-24`
public record DemoSegment(String code, Texts name) {}
