package org.earshot.server.platform.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of a message as the simplest HTML: paragraphs, line breaks, links. No pictures, nothing
/// that is loaded from anywhere, so nobody can tell who opened it.
final class MailHtml {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:)]");

  private MailHtml() {}

  static String of(OutgoingMessage message) {
    var language = message.language();
    var paragraphs =
        Arrays.stream(message.text().strip().split("\\R{2,}"))
            .map(paragraph -> "<p dir=\"auto\">" + inline(paragraph) + "</p>")
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="%s" dir="%s"><head><meta charset="utf-8"><title>%s</title></head>
    <body style="font:17px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em">
    %s
    </body></html>
    """
        .formatted(language.tag(), language.direction(), escape(message.subject()), paragraphs);
  }

  private static String inline(String paragraph) {
    var out = new StringBuilder();
    var links = LINK.matcher(paragraph);
    int from = 0;
    while (links.find()) {
      out.append(lines(paragraph.substring(from, links.start())));
      var address = escape(links.group());
      out.append("<a href=\"%s\">%s</a>".formatted(address, address));
      from = links.end();
    }
    return out.append(lines(paragraph.substring(from))).toString();
  }

  private static String lines(String text) {
    return escape(text).replaceAll("\\R", "<br>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
