package org.earshot.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.RawString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final String HOSTILE = "\"><script>alert('1')</script>{page.secret}&amp;";

  /// The page of the template `sample.html`.
  public record Page(
      String title, long people, double share, RawString drawing, List<Group> groups) {}

  /// One row of it.
  public record Group(String name, double share) {}

  private static Page page(String text) {
    var drawing = new Svg(100, 20, text).text(0, 10, text, Svg.Anchor.START, "ink");
    drawing.rectangle(0, 0, 5, 5, "deep", text);
    return new Page(text, 12_345, 0.5, drawing.markup(), List.of(new Group(text, 1 / 3.0)));
  }

  @Test
  void whatATemplateSaysStandsInTheFrame() {
    assertThat(Report.render("sample", page("Riverbend")))
        .startsWith("<!doctype html>")
        .contains("<title>Riverbend</title>", "<h1>Riverbend</h1>")
        .contains("12\u202f345 people, 50.0\u202f% of them heard.")
        .contains("<figcaption>Who was heard</figcaption>", "The same as a table")
        .contains("<th>Riverbend</th><td class=\"n\">0.33</td>")
        .contains("prefers-color-scheme: dark")
        .endsWith("</html>\n");
  }

  @Test
  void hostileTextStaysText() {
    var html = Report.render("sample", page(HOSTILE));
    assertThat(html).doesNotContain("<script").doesNotContain("alert('1')");
    assertThat(html).contains("&lt;script&gt;").contains("{page.secret}").contains("&amp;amp;");
    assertThat(Pattern.compile(Pattern.quote("\">&lt;script")).matcher(html).find()).isFalse();
  }

  @Test
  void nothingIsAskedOfTheNetwork() {
    assertThat(Report.render("sample", page("Riverbend")))
        .doesNotContain("http://", "https://", "src=", "url(", "@import")
        .contains("default-src 'none'");
  }

  @Test
  void theSamePageIsTheSameBytes() {
    assertThat(Report.render("sample", page("a"))).isEqualTo(Report.render("sample", page("a")));
  }

  @Test
  void aReportAppearsWholeUnderItsName(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("report.html");
    Report.write(file, "sample", page("Riverbend"));
    assertThat(Files.readString(file)).isEqualTo(Report.render("sample", page("Riverbend")));
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aTemplateThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Report.render("nowhere", page("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }
}
