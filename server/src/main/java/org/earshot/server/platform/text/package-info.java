/// What people type: made safe to keep without changing what it says, and its language guessed.
@NullMarked
package org.earshot.server.platform.text;

import org.jspecify.annotations.NullMarked;
