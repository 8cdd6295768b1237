/// The command line: what `./earshot` runs for commands that need no server of their own.
///
/// Path of a request: [Main] parses the arguments, one command class a verb does the work, results
/// go to standard output and everything else to standard error. May use `record` and the libraries
/// of the command line; never the server, which it reaches over HTTP only. The sub-packages hold
/// one family of commands each and share the files and progress bar here.
@NullMarked
package org.earshot.cli;

import org.jspecify.annotations.NullMarked;
