package org.earshot.journeys;

import static org.earshot.journeys.SitePage.Reader.ADMINISTRATOR;
import static org.earshot.journeys.SitePage.Reader.CASEWORKER;
import static org.earshot.journeys.SitePage.Reader.LEADER;
import static org.earshot.journeys.SitePage.Reader.OPERATOR;
import static org.earshot.journeys.SitePage.Reader.RESIDENT;
import static org.earshot.journeys.SitePage.Reader.SENDER;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every kind of page, with who reads it and its address; `*` stands for a number or a code.
enum SitePage {
  HOME(RESIDENT, "/"),
  SAY(RESIDENT, "/say"),
  OPEN_WITH_CODE(RESIDENT, "/v"),
  LOST_CODE(RESIDENT, "/v/lost"),
  RECEIPT(SENDER, "/v/*/received"),
  MY_VOICE(SENDER, "/v/*"),
  MY_CONTACT(SENDER, "/v/*/contact"),
  EVERYTHING_OF_MINE(SENDER, "/v/*/everything"),
  ERASE_MINE(SENDER, "/v/*/erase"),
  NEEDS(RESIDENT, "/needs"),
  NEED(RESIDENT, "/needs/*"),
  DEBT(RESIDENT, "/debt"),
  RECORD(RESIDENT, "/record"),
  RECORD_ENTRY(RESIDENT, "/record/entry/0"),
  PRIVACY(RESIDENT, "/privacy"),
  ACCESSIBILITY(RESIDENT, "/accessibility"),
  LOGIN(RESIDENT, "/login"),
  NO_SUCH_PAGE(RESIDENT, "/no-such-page"),
  MORNING(CASEWORKER, "/staff"),
  VOICES(CASEWORKER, "/staff/voices"),
  CASE(CASEWORKER, "/staff/voices/*"),
  JOIN(CASEWORKER, "/staff/join"),
  ALIKE(CASEWORKER, "/staff/alike"),
  ALIKE_GROUP(CASEWORKER, "/staff/alike/*"),
  WRITE_DOWN(CASEWORKER, "/staff/voices/new"),
  STAFF_NEEDS(CASEWORKER, "/staff/needs"),
  STAFF_NEED(CASEWORKER, "/staff/needs/*"),
  ANSWERS(CASEWORKER, "/staff/answers"),
  ANSWER(CASEWORKER, "/staff/answers/*"),
  ANSWER_DRAFT(CASEWORKER, "/staff/answers/*"),
  ANSWER_TEMPLATES(CASEWORKER, "/staff/answers/templates"),
  STAFF_DEBT(LEADER, "/staff/debt"),
  WEEK(LEADER, "/staff/week"),
  MY_ACCOUNT(LEADER, "/staff/me"),
  SECOND_STEP(LEADER, "/login/enrol"),
  STATUS(OPERATOR, "/staff/status"),
  SETTINGS(ADMINISTRATOR, "/staff/settings"),
  SERVICES(ADMINISTRATOR, "/staff/settings/services"),
  SERVICE(ADMINISTRATOR, "/staff/settings/services/*"),
  PLACES(ADMINISTRATOR, "/staff/settings/places"),
  URGENT_WORDS(ADMINISTRATOR, "/staff/settings/urgent-words"),
  RETENTION(ADMINISTRATOR, "/staff/settings/retention"),
  PEOPLE(ADMINISTRATOR, "/staff/settings/people"),
  PERSON(ADMINISTRATOR, "/staff/settings/people/*"),
  INVITATION(ADMINISTRATOR, "/staff/settings/people/new");

  /// Who opens a page.
  enum Reader {
    RESIDENT,
    SENDER,
    CASEWORKER,
    LEADER,
    OPERATOR,
    ADMINISTRATOR;

    private Visitor arrives(Town town, String language) {
      return switch (this) {
        case RESIDENT, SENDER -> town.resident(language);
        case CASEWORKER -> town.signedIn("dana", language);
        case LEADER -> town.signedIn("helen", language);
        case OPERATOR -> town.signedIn("jonas", language);
        case ADMINISTRATOR -> town.signedIn("amal", language);
      };
    }
  }

  private final Reader reader;
  private final String address;

  SitePage(Reader reader, String address) {
    this.reader = reader;
    this.address = address;
  }

  /// The pages that residents read, on their own telephones.
  static Stream<SitePage> ofResidents() {
    return Arrays.stream(values()).filter(page -> page.reader == RESIDENT || page.reader == SENDER);
  }

  /// Somebody who reads in this language, in front of a page of this kind.
  Visitor openedBySomebodyReading(String language, Town town) {
    var visitor = reader.arrives(town, language);
    open(visitor, town);
    int expected = this == NO_SUCH_PAGE ? 404 : 200;
    if (visitor.status() != expected) {
      throw new AssertionError("%s answered %d.".formatted(visitor.page().url(), visitor.status()));
    }
    return visitor;
  }

  private void open(Visitor visitor, Town town) {
    switch (this) {
      case SAY -> visitor.opens("/").writesFirst("A bench in the park would be good.").goesOn();
      case JOIN -> CASE.clicksOn("#join button", visitor, town);
      case ANSWER_DRAFT -> CASE.clicksOn("a#write-answer, #write-answer button", visitor, town);
      default -> openAddress(visitor, town);
    }
  }

  /// For pages that only a form leads to.
  private void clicksOn(String selector, Visitor visitor, Town town) {
    openAddress(visitor, town);
    visitor.page().locator(selector).click();
  }

  private void openAddress(Visitor visitor, Town town) {
    if (reader == SENDER) {
      visitor.opens(address.replace("*", town.receiptCode()));
    } else if (address.endsWith("/*")) {
      visitor.opens(address.replace("/*", "")).followsFirst(linkPattern());
    } else {
      visitor.opens(address);
    }
  }

  /// Whether a link leads to some page that is listed here.
  static boolean isListed(String path) {
    return Arrays.stream(values()).anyMatch(page -> page.linkPattern().matcher(path).matches());
  }

  private Pattern linkPattern() {
    return Pattern.compile(
        address
            .replace("/record/entry/0", "/record/entry/*")
            .replace("*", "([0-9]+|[0-9A-Z]{13}|[0-9a-f-]{36})"));
  }
}
