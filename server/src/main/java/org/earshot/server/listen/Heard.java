package org.earshot.server.listen;

import java.util.UUID;

/// A voice that was taken in.
///
/// @param fresh false when this voice had been taken in before (a repeated request or import)
public record Heard(UUID id, long publicNumber, ReceiptCode code, boolean fresh) {}
