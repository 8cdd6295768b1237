/// `earshot bench representation`: how fast respondents are weighed and lotteries found.
///
/// [RepresentationBench] times the engine on a synthetic sample and on reference pools, beside
/// [PlainFitting] and [PlainLeximin]. May use the representation engine, its solvers and the JDK.
@NullMarked
package org.earshot.benchmarks.representation;

import org.jspecify.annotations.NullMarked;
