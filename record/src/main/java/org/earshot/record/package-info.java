/// The append-only, tamper-evident log: hashing (RFC 6962), tiles and checkpoints (C2SP), proofs.
///
/// Path of a request: leaf bytes are hashed, appended to tiles, a checkpoint over the root is
/// signed, and proofs are read back out of the tiles. May use only the JDK: no SQL, no HTTP, no
/// clock. The server stores what this package computes; the command line verifies with the same
/// code.
@NullMarked
package org.earshot.record;

import org.jspecify.annotations.NullMarked;
