/// Reports: one HTML file each that asks nothing of any network, for reading, printing, sending.
///
/// Path of a request: a command fills a record with plain values, [org.earshot.cli.report.Report]
/// renders a template with it inside the one frame (`frame.html`), [org.earshot.cli.report.Svg]
/// draws the pictures. May use Qute and the JDK; knows no engine. Every command may use it.
@NullMarked
package org.earshot.cli.report;

import org.jspecify.annotations.NullMarked;
