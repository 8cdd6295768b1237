/// Pictures that strangers send: recognised by their content, measured before they are decoded, and
/// drawn anew so that nothing but what can be seen is left. Knows only Java and a WebP decoder.
@NullMarked
package org.earshot.server.platform.pictures;

import org.jspecify.annotations.NullMarked;
