/// What people say: intake by every channel, contacts, photos, the receipt and its page.
@NullMarked
package org.earshot.server.listen;

import org.jspecify.annotations.NullMarked;
