/// What leaders see of how the body listens: this week in sentences, who felt heard, who is silent.
///
/// A job counts; the page reads what was counted last. Counts over the tables of `listen`,
/// `understand` and `answer`; uses `places` for names.
@NullMarked
package org.earshot.server.reflect;

import org.jspecify.annotations.NullMarked;
