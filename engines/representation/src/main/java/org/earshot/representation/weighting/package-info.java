/// Survey weights that make those who were heard count like those who live here.
///
/// Path of a request: a [Sample] and its [Margin]s are checked, [Weighting] calibrates, and either
/// weights with what they cost or the faults with a way out come back. May use only the JDK; others
/// use [Weighting], [Sample], [Margin], [WeightingMethod], [Trim] and the results.
@NullMarked
package org.earshot.representation.weighting;

import org.jspecify.annotations.NullMarked;
