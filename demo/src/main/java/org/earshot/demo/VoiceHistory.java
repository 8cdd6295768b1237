package org.earshot.demo;

/// A voice and what became of it.
public record VoiceHistory(SaidVoice voice, Course course) {}
