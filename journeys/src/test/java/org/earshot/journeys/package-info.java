/// What people do with Earshot, played in a real browser against the packed server and command
/// line.
///
/// [RunningEarshot] starts one demo town for all classes and hands a [Town] to each test; a
/// [Visitor] is one person at one browser. Whatever a visitor does, nothing may break in the
/// browser and nothing may be asked of another host: that is looked at after every test. May use
/// only what a person or a program outside could: no class of the server.
@NullMarked
package org.earshot.journeys;

import org.jspecify.annotations.NullMarked;
