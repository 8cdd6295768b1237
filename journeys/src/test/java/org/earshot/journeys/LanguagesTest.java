package org.earshot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Everybody is met in their own language.
@ExtendWith(RunningEarshot.class)
class LanguagesTest {

  @Test
  void theBrowserSaysWhichLanguageIsWanted(Town town) {
    assertThat(town.resident("fr-CA").opens("/").page().locator("html"))
        .hasAttribute("lang", "fr-FR");
  }

  @Test
  void aChosenLanguageStaysAndRunsItsOwnWay(Town town) {
    var resident = town.resident().opens("/needs").follows("العربية").isOn("/needs");
    var page = resident.page().locator("html");
    assertThat(page).hasAttribute("lang", "ar");
    assertThat(page).hasAttribute("dir", "rtl");
    resident.opens("/debt");
    assertThat(page).hasAttribute("dir", "rtl");
    resident.follows("English").isOn("/debt");
    assertThat(page).hasAttribute("dir", "ltr");
  }

  @Test
  void arabicWordsKeepTheirDirectionOnAnEnglishPage(Town town) {
    var words = "لا أفهم رسالة المدرسة عن الحافلة";
    var resident = town.resident().says(words).follows("See my page");
    var quoted = resident.page().locator("blockquote .words");
    assertThat(quoted).hasText(words);
    assertThat(quoted).hasCSS("direction", "rtl");
  }
}
