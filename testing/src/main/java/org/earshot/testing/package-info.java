/// What several modules' tests share. Only tests may depend on it.
@NullMarked
package org.earshot.testing;

import org.jspecify.annotations.NullMarked;
