package org.earshot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One voice, from the first word to "did you feel heard?", as the two people live it.
@ExtendWith(RunningEarshot.class)
class BeingHeardTest {

  enum Browser {
    WITH_SCRIPTS,
    WITHOUT_SCRIPTS;

    Visitor of(Town town) {
      return this == WITH_SCRIPTS ? town.resident() : town.residentWithoutScripts();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResidentSpeaksIsAnsweredAndFeelsHeard(Browser browser, Town town) {
    var words = "The gate of the cemetery squeaks so loudly, heard " + browser;
    var resident = browser.of(town);
    resident.opens("/").writesFirst(words).goesOn();
    resident.sees("You can send it now").presses("Send it");
    resident.sees("We have your words. Thank you").sees("Keep this");
    resident.follows("See my page").sees(words).sees("We got your words.");

    var ruth = town.signedIn("ruth");
    ruth.finds("cemetery squeaks " + browser)
        .picks(words)
        .presses("I have read it")
        .presses("Write an answer");
    ruth.chooses("It is done").answersInEnglish("We oiled it this morning. Thank you, Ruth.");
    ruth.presses("Send it to 1 person").sees("Sent on");

    resident.opens("/v/" + resident.receiptCode());
    resident.sees("Ruth has read it.").sees("We oiled it this morning.");
    resident.chooses("Yes, fully").chooses("Yes").presses("Send");
    resident.sees("You felt fully heard.");
  }

  @Test
  void whatIsNotSolvedIsOwedAgain(Town town) {
    var resident = town.resident().says("The fountain at the library drips all night.");
    var ruth = town.signedIn("ruth");
    ruth.answers("fountain library drips", "We turned it off.");

    resident.opens("/v/" + resident.receiptCode()).chooses("Not really").chooses("No");
    resident.writes("Anything you want to add", "It drips as before.").presses("Send");
    resident.sees("You told us it is not solved, so your case is open again.");

    ruth.finds("fountain library drips").sees("not solved");
    ruth.picks("The fountain at the library drips all night.");
    ruth.sees("This person is owed an answer by").sees("It drips as before.");
  }

  @Test
  void manyWhoSayTheSameGetOneAnswerEach(Town town) {
    var first = town.resident().says("Ravens tear open the sacks behind the old theatre.");
    var second = town.resident().says("Behind the old theatre ravens tear sacks every week.");

    var ruth = town.signedIn("ruth").finds(first.publicNumber()).picks("Ravens tear open");
    ruth.chooses("Join voice %s too".formatted(second.publicNumber()));
    ruth.presses("Join them ...").sees("What do these 2 people need?");
    ruth.writes("Title", "Ravens behind the old theatre").presses("Open it with 2 people");
    ruth.presses("Write an answer to everyone").chooses("It is done");
    ruth.answersInEnglish("The sacks are in bins now.").presses("Send it to 2 people");
    ruth.sees("Sent on");

    first.opens("/v/" + first.receiptCode()).sees("The sacks are in bins now.");
    second.opens("/v/" + second.receiptCode()).sees("The sacks are in bins now.");
  }

  @Test
  void aKeyboardIsEnough(Town town) {
    var resident = town.resident().opens("/");
    resident.walksTo("textarea#words").types("The bell of the ferry is broken.");
    resident.walksTo("main button[type=submit]").hits("Enter").sees("You can send it now");
    resident.walksTo("button[name=send]:not([tabindex])").hits("Enter").sees("Keep this");

    var ruth = town.signedIn("ruth").opens("/staff").hits("/").types("bell ferry").hits("Enter");
    ruth.sees("The bell of the ferry is broken.").hits("j").hits("Enter");
    ruth.sees("What we know").hits("a").sees("What do we say?");
  }

  @Test
  void theBrowserChecksTheRecordItself(Town town) {
    var resident = town.resident().says("The clock at the ferry is five minutes slow.");
    assertThat(resident.page().locator("[data-proof]")).hasClass("proof notice done");
  }
}
