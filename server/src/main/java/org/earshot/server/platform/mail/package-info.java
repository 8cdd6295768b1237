/// Messages that leave the house: an outbox in the database, sent by e-mail or SMS with retries.
@NullMarked
package org.earshot.server.platform.mail;

import org.jspecify.annotations.NullMarked;
