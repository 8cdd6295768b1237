/// `earshot bench opinion`: how fast votes become a landscape, cold and live.
///
/// [OpinionBench] times the engine on [InventedConversation]s, beside [PlainMap]. May use the
/// opinion engine and the JDK.
@NullMarked
package org.earshot.benchmarks.opinion;

import org.jspecify.annotations.NullMarked;
