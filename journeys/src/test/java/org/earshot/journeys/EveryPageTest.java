package org.earshot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What everybody may expect of every page, whatever their eyes, screen, language and connection.
@ExtendWith(RunningEarshot.class)
class EveryPageTest {

  private static final int DESK = 1280;
  private static final int DESK_AT_200_PERCENT = 640;
  private static final int TELEPHONE = 360;

  private static final List<String> LANGUAGES = List.of("en", "es", "fr", "ar", "zh");
  private static final List<String> GUIDELINES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final long MOST_BYTES = 100_000;

  /// Addresses that are not pages: files, and the switch of languages.
  private static final String NO_PAGE =
      ".*\\.(json|svg|csv|zip)|/checkpoint|/language/.*|/v/.*/photos/.*";

  @ParameterizedTest
  @EnumSource
  void stopsNobody(SitePage kind, Town town) {
    var page = kind.openedBySomebodyReading("en", town).page();
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      for (int width : new int[] {DESK, TELEPHONE}) {
        page.setViewportSize(width, 800);
        assertThat(barriers(page)).as("%s, %s, %d wide", kind, scheme, width).isEmpty();
        takePicture(page, "%s-%s-%d".formatted(kind, scheme, width));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsNobodyWhoReadsFromTheRight(SitePage kind, Town town) {
    var page = kind.openedBySomebodyReading("ar", town).page();
    page.setViewportSize(TELEPHONE, 800);
    assertThat(barriers(page)).isEmpty();
    takePicture(page, "%s-arabic".formatted(kind));
  }

  @ParameterizedTest
  @EnumSource
  void speaksEveryLanguageAndFitsEveryScreen(SitePage kind, Town town) {
    for (var language : LANGUAGES) {
      var page = kind.openedBySomebodyReading(language, town).page();
      assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
      assertThat(page.locator("html").getAttribute("dir"))
          .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
      for (int width : new int[] {DESK, DESK_AT_200_PERCENT, TELEPHONE}) {
        page.setViewportSize(width, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("the width of %s in %s on a screen of %d", kind, language, width)
            .isEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.earshot.journeys.SitePage#ofResidents")
  void isLightEnoughForAThinConnection(SitePage kind, Town town) {
    var visitor = kind.openedBySomebodyReading("en", town);
    assertThat(visitor.bytesReceived()).isBetween(1L, MOST_BYTES);
  }

  @ParameterizedTest
  @EnumSource
  void leadsOnlyToPagesThatAreOnThisList(SitePage kind, Town town) {
    var links = kind.openedBySomebodyReading("en", town).links();
    assertThat(links)
        .filteredOn(link -> !link.matches(NO_PAGE))
        .isNotEmpty()
        .allMatch(SitePage::isListed);
  }

  private static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .withTags(GUIDELINES).analyze().getViolations().stream()
            .flatMap(
                rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
            .toList();
  }

  private static void takePicture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name.toLowerCase(Locale.ROOT) + ".png"))
            .setFullPage(true));
  }
}
