/// The one deployable: starts the database and the server.
@NullMarked
package org.earshot.server;

import org.jspecify.annotations.NullMarked;
