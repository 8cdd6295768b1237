/// What the engines share: argument checks, parallel loops, seeded randomness, eigenvectors.
///
/// Path of a request: an engine calls one static method; nothing here keeps state or knows an
/// engine. May use only the JDK's `java.lang`, `java.util` and JSpecify; never a clock, a disk, a
/// network, a default locale or zone. Every result is the same for any number of threads.
@NullMarked
package org.earshot.numerics;

import org.jspecify.annotations.NullMarked;
