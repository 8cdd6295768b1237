package org.earshot.server.platform.pages;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import org.earshot.server.platform.i18n.Reader;
import org.jspecify.annotations.Nullable;

/// Texts in templates: `{t:say('frame.skip')}`, with arguments `{t:say('key', count)}`, and with
/// one link inside, whose words stand in double brackets: `{t:link('key', '/needs', count)}`.
@TemplateExtension(namespace = "t")
final class TextExtension {

  private TextExtension() {}

  static String say(
      String key, @TemplateAttribute("reader") @Nullable Object reader, Object... arguments) {
    return of(reader).text(key, arguments);
  }

  /// The text of one of several kinds: `{t:sayOf('publish.outcome.', card.outcome)}`.
  static String sayOf(
      String prefix, String kind, @TemplateAttribute("reader") @Nullable Object reader) {
    return of(reader).text(prefix + kind);
  }

  /// A text whose part in `[[` and `]]` becomes a link; all else is escaped.
  static RawString link(
      String key,
      String address,
      @TemplateAttribute("reader") @Nullable Object reader,
      Object... arguments) {
    var escaped = escape(of(reader).text(key, arguments));
    return new RawString(
        escaped.replace("[[", "<a href=\"" + escape(address) + "\">").replace("]]", "</a>"));
  }

  /// A text whose part in `[[` and `]]` is emphasised.
  static RawString strong(
      String key, @TemplateAttribute("reader") @Nullable Object reader, Object... arguments) {
    var escaped = escape(of(reader).text(key, arguments));
    return new RawString(escaped.replace("[[", "<strong>").replace("]]", "</strong>"));
  }

  static String date(LocalDate date, @TemplateAttribute("reader") @Nullable Object reader) {
    return of(reader).date(date);
  }

  static String longDate(LocalDate date, @TemplateAttribute("reader") @Nullable Object reader) {
    return of(reader).longDate(date);
  }

  static String time(Instant instant, @TemplateAttribute("reader") @Nullable Object reader) {
    return of(reader).shortDateAndTime(instant);
  }

  static String longTime(Instant instant, @TemplateAttribute("reader") @Nullable Object reader) {
    return of(reader).dateAndTime(instant);
  }

  static String number(Number number, @TemplateAttribute("reader") @Nullable Object reader) {
    return of(reader).number(number.longValue());
  }

  /// The reader that a message set for itself, else the visitor of the request.
  private static Reader of(@Nullable Object reader) {
    return reader instanceof Reader someone
        ? someone
        : Arc.container().instance(Visitor.class).get().reader();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
