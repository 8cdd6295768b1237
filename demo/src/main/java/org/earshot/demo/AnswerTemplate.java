package org.earshot.demo;

/// A text that staff may start an answer from. Slots stand in braces, for example `{name}`.
public record AnswerTemplate(String code, Texts title, Texts body) {}
