package org.earshot.server.platform.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A page that says what is not right and where to go.
///
/// @param gate whether what is behind it is there, and kept from this reader to protect people
@CheckedTemplate(basePath = "frame", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ErrorPage(String text, boolean gate) implements TemplateInstance {}
