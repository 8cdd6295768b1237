/// Riverbend, an invented town for demonstrations, tests and load: same seed, same last day, same
/// scale, same bits. [Community] is the door; all else public is a value it hands out. Path: areas
/// and margins, then planned episodes of need, then each day's voices and their course. Uses the
/// JDK and the text files beside it; reads no clock, network, locale or database. The server feeds
/// what it emits to its own facades; nothing here knows the server.
@NullMarked
package org.earshot.demo;

import org.jspecify.annotations.NullMarked;
