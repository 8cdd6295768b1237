/// The opinion engine: from votes on statements to a map, groups and common ground.
///
/// Path of a request: a [VoteReader] or [VotesBuilder] makes [Votes]; [Opinion] draws the
/// [OpinionMap], finds [Groups] and describes both in a [Landscape]; [LiveConversation] does the
/// same while votes arrive. May use only the JDK, JSpecify and `numerics`: no clock, no disk, no
/// network, no default locale or zone. Others may use the public types; `docs/methods/opinion.md`
/// explains the method.
@NullMarked
package org.earshot.opinion;

import org.jspecify.annotations.NullMarked;
