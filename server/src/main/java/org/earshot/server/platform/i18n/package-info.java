/// Languages: texts by key (ICU messages), dates and numbers as the reader writes them.
@NullMarked
package org.earshot.server.platform.i18n;

import org.jspecify.annotations.NullMarked;
