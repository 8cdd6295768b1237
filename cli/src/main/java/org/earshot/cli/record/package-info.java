/// `earshot record`: copies and checks the public record.
///
/// Path of a request: a command opens a source (server, directory or receipt file) and hands it to
/// the verifier of the `record` module, whose finding it puts into a sentence and an exit code.
/// Others may use [RecordCommand] only.
@NullMarked
package org.earshot.cli.record;

import org.jspecify.annotations.NullMarked;
