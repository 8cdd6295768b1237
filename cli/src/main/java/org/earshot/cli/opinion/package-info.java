/// `earshot opinion`: the engine of opinion on files.
///
/// Path of a request: [OpinionCommand] reads votes and what goes with them ([OpinionInput]), asks
/// the engine, and writes [OpinionJson] and, with `--report`, a page ([OpinionPage]). May use the
/// opinion engine and the shared pieces of the command line. Only `Main` uses it.
@NullMarked
package org.earshot.cli.opinion;

import org.jspecify.annotations.NullMarked;
