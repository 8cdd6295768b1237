/// `earshot import voices`: brings voices from a file in through the running server.
///
/// Path of a request: lines become rows (CSV or JSON lines), rows become voices or rejects, voices
/// go to the server in batches, and its answers into the counts, the rejects and the receipts.
/// Nothing in the file stops the import. Others may use [ImportCommand] only.
@NullMarked
package org.earshot.cli.voices;

import org.jspecify.annotations.NullMarked;
