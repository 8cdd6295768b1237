/// Staff accounts, sessions, second factors and who may do what.
@NullMarked
package org.earshot.server.platform.identity;

import org.jspecify.annotations.NullMarked;
