package org.earshot.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.earshot.cli.FailedException;
import org.earshot.cli.Version;
import org.earshot.cli.WholeFile;

/// A report: one HTML file with everything in it.
///
/// A template lies beside this class as `NAME.html`, begins with `{#include frame}` and fills
/// `{#title}`, `{#lead}` and the body. It sees its record as `page`. A picture stands in `{#picture
/// title=.. drawing=..}` with its table inside. All values are escaped but pictures. Numbers know
/// `n.whole`, `n.percent` and `n.fixed(decimals)`.
public final class Report {

  private static final Engine ENGINE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addValueResolver(number("whole", context -> whole(context.getBase())))
          .addValueResolver(number("percent", context -> percent(context.getBase())))
          .addValueResolver(fixed())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .addLocator(Report::locate)
          .addSectionHelper(new UserTagSectionHelper.Factory("picture", "picture"))
          .build();

  private Report() {}

  /// Renders the template `name` with `page`.
  ///
  /// @param page a public record of plain values; the template sees it as `page`
  public static String render(String name, Object page) {
    return Optional.ofNullable(ENGINE.getTemplate(name))
            .orElseThrow(() -> new IllegalArgumentException("There is no template " + name + "."))
            .data("page", page)
            .data("version", Version.number())
            .render()
            .strip()
        + "\n";
  }

  /// Renders the template `name` with `page` into a file that appears whole or not at all.
  public static void write(Path file, String name, Object page) {
    var html = render(name, page).getBytes(UTF_8);
    try {
      WholeFile.write(file, stream -> stream.write(html));
    } catch (IOException e) {
      throw new FailedException("The report could not be written: " + e.getMessage(), e);
    }
  }

  private static Optional<TemplateLocation> locate(String name) {
    var resource = Report.class.getResource(name + ".html");
    if (resource == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TemplateLocation() {
          @Override
          public Reader read() {
            return new InputStreamReader(open(name), UTF_8);
          }

          @Override
          public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
          }
        });
  }

  private static InputStream open(String name) {
    var stream = Report.class.getResourceAsStream(name + ".html");
    if (stream == null) {
      throw new UncheckedIOException(new IOException("There is no template " + name + "."));
    }
    return stream;
  }

  private static ValueResolver number(String name, Function<EvalContext, Object> format) {
    return ValueResolver.builder()
        .applyToBaseClass(Number.class)
        .applyToName(name)
        .applyToNoParameters()
        .resolveSync(format)
        .build();
  }

  private static ValueResolver fixed() {
    return ValueResolver.builder()
        .applyToBaseClass(Number.class)
        .applyToName("fixed")
        .applyToParameters(1)
        .resolveAsync(
            context ->
                context
                    .evaluate(context.getParams().getFirst())
                    .thenApply(
                        decimals ->
                            Numbers.fixed(
                                exact(context.getBase()), ((Number) decimals).intValue())))
        .build();
  }

  private static String whole(Object number) {
    return Numbers.fixed(exact(number), 0);
  }

  private static String percent(Object share) {
    return Numbers.percent(((Number) share).doubleValue());
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double || number instanceof Float
        ? new BigDecimal(((Number) number).doubleValue())
        : new BigDecimal(number.toString());
  }
}
