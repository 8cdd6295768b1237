/// Participatory budgeting: ballots and costs in, funded projects and the reason for each out.
///
/// Path of a request: [PbReader] gives an [Election], [Budgeting] decides it by a [Rule]; identical
/// ballots are merged (`Market`), equal shares run in doubles with certified error bounds
/// (`MoneyRun`), and where these cannot decide in sharper bounds (`SharpMoney`) or in fractions
/// (`ExactMoney`). May use the JDK only: no clock, no disk, no network, no locale. The command line
/// uses it, later the server's budget rounds.
@NullMarked
package org.earshot.budgeting;

import org.jspecify.annotations.NullMarked;
