/// What every page shares: its frame, the visitor who reads it, error pages, forms.
@NullMarked
package org.earshot.server.platform.pages;

import org.jspecify.annotations.NullMarked;
