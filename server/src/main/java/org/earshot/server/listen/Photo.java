package org.earshot.server.listen;

/// A photo as we keep it: drawn anew, so that nothing of the camera or the place is left in it.
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
public record Photo(String mediaType, int width, int height, byte[] content) {}
