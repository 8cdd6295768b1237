/// Work that runs by the clock, once over all nodes, and limits on how often things may be done.
@NullMarked
package org.earshot.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
