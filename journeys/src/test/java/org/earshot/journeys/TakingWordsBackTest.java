package org.earshot.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Words belong to whoever said them: corrected, added to, taken along, taken back.
@ExtendWith(RunningEarshot.class)
class TakingWordsBackTest {

  @Test
  void withoutAContactErasureWaitsADayAndCanBeUndone(Town town) {
    var resident = town.resident().says("The swings behind the mill are too low.");
    resident.follows("See my page").follows("Erase my words");
    resident.sees("That is why we wait 24 hours.").presses("Erase everything");
    resident.sees("You asked us to erase everything. It happens on");
    resident.presses("Keep my words").sees("You decided to keep your words here.");
    resident.doesNotSee("It happens on").sees("The swings behind the mill are too low.");
  }

  @Test
  void aCorrectionKeepsWhatWasSaidBefore(Town town) {
    var resident = town.resident().says("The barrier in Quay Street is stuck.");
    resident.follows("See my page").unfolds("Correct my words");
    resident.writes("Your words", "The barrier in Dock Street is stuck.");
    resident.presses("Save the correction").sees("You corrected your words.");
    resident.unfolds("What it said before").sees("The barrier in Quay Street is stuck.");
  }

  @Test
  void whatIsAddedReachesTheCaseworker(Town town) {
    var resident = town.resident().says("The pump in Orchard Close gives brown water.");
    resident.follows("See my page").unfolds("Add something");
    resident.writes("What would you like to add?", "Only in the mornings.").presses("Add it");
    resident.sees("You added something.");
    var ruth = town.signedIn("ruth").finds("pump orchard brown");
    ruth.picks("The pump in Orchard Close").sees("Only in the mornings.");
  }

  @Test
  void everythingCanBeTakenAlong(Town town) {
    var resident = town.resident().says("The mill wheel should turn again.");
    resident.follows("See my page").follows("Take everything along as a file");
    var file = resident.page().waitForDownload(() -> resident.presses("Download the file"));
    org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).endsWith(".zip");
  }

  @Test
  void aWrongCodeOpensNothing(Town town) {
    var resident = town.resident().opens("/v").writes("What is your code?", "0000000000000");
    resident.presses("Open my page").sees("This code opens nothing");
  }
}
