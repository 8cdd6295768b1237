package org.earshot.server.platform.pictures;

/// What became of a file that somebody sent as a picture.
public sealed interface Picture {

  /// Drawn anew as a JPEG, upright, without any metadata.
  @SuppressWarnings("ArrayRecordComponent") // written once and never compared
  record Redrawn(int width, int height, byte[] jpeg) implements Picture {}

  /// The file is larger than allowed, or holds more picture elements than a camera makes.
  record TooLarge() implements Picture {}

  /// By its content it is no JPEG, PNG or WebP, whatever its name says, or it is damaged.
  record NotAPicture() implements Picture {}
}
