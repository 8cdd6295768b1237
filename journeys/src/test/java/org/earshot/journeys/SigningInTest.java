package org.earshot.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who may come in, and how far.
@ExtendWith(RunningEarshot.class)
class SigningInTest {

  @Test
  void somebodyWhoWorksHereSignsInAndOut(Town town) {
    var owen = town.resident();
    owen.signsIn("owen", Town.PASSWORD).isOn("/staff");
    owen.follows("My account").sees("Owen Marsh").presses("Sign out").sees("You are signed out.");
    owen.opens("/staff").sees("Residents need no account.");
  }

  @Test
  void whoeverIsNotSignedInComesBackToTheWantedPageAfterwards(Town town) {
    var owen = town.resident().opens("/staff/needs");
    owen.writes("Login", "owen").writes("Password", Town.PASSWORD).presses("Sign in");
    owen.isOn("/staff/needs");
  }

  @Test
  void fiveWrongPasswordsRestTheAccountEvenForTheRightOne(Town town) {
    var somebody = town.resident();
    for (int tries = 0; tries < 5; tries++) {
      somebody.signsIn("wei", "my dog's name").sees("do not go together");
    }
    somebody.signsIn("wei", Town.PASSWORD).sees("an account rests for 15 minutes");
  }

  @Test
  void theVoiceOfAnotherServiceStaysShut(Town town) {
    town.resident().says("My neighbour on the third floor needs a nurse.");
    var ruth = town.signedIn("ruth").finds("neighbour third floor nurse");
    ruth.picks("My neighbour on the third floor");
    var address = ruth.page().url();

    var dana = town.signedIn("dana").opens(address);
    dana.doesNotSee("third floor").doesNotSee("What the person said");
    dana.finds("neighbour third floor nurse").sees("No voices here.");
  }

  @Test
  void aCaseworkerDoesNotReachTheSettings(Town town) {
    var dana = town.signedIn("dana").opens("/staff/settings");
    dana.sees("This is protected");
  }
}
