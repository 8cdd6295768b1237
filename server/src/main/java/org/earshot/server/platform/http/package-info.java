/// What stands before every request: cross-site checks, cache rules, errors as pages or JSON.
@NullMarked
package org.earshot.server.platform.http;

import org.jspecify.annotations.NullMarked;
