package org.earshot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever people write stays text, for the resident and for the staff, and stays in its place.
@ExtendWith(RunningEarshot.class)
class HostileWordsTest {

  enum Words {
    A_SCRIPT("<script>document.title='owned by zilch'</script><img src=x onerror=alert(1)>"),
    A_TEMPLATE("zilch {inject:frame.bodyName} {{7*7}} ${7*7} {#each}"),
    A_CLOSED_BOX("zilch </textarea></blockquote></main><h1>owned</h1>"),
    AN_OVERRIDE("zilch \u202Edetrevni si siht\u202C and after"),
    INVISIBLE_LETTERS("zi\u200Bl\u200Dc\u2060h\uFEFF with nothing between"),
    TWO_DIRECTIONS("zilch: الحافلة 12 لا تأتي and back again"),
    MANY_MARKS("zilch " + "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306".repeat(40)),
    ONE_ENDLESS_WORD("zilch " + "wooo".repeat(1_000)),
    VERY_MUCH("zilch " + "A whole book about one bench. ".repeat(660)); // 20,000 characters

    private final String text;

    Words(String text) {
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void stayTextInTheirPlace(Words words, Town town) {
    var resident = town.resident();
    resident.page().setViewportSize(360, 800);
    var number = resident.says(words.text).publicNumber();
    resident.follows("See my page");
    staysInPlace(resident, "My voice");

    var ruth = town.signedIn("ruth");
    ruth.page().setViewportSize(360, 800);
    staysInPlace(ruth.finds(number), "All voices");
    ruth.page().locator("main a.card").first().click();
    staysInPlace(ruth, "Voice [0-9,]+");
  }

  private static void staysInPlace(Visitor visitor, String title) {
    var page = visitor.page();
    assertThat(page).hasTitle(Pattern.compile(title + " - .*"));
    assertThat(page.locator("main script, main img[src=x]").count()).isZero();
    assertThat(visitor.heading().allTextContents()).hasSize(1).doesNotContain("owned");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }
}
