package org.earshot.journeys;

import java.util.regex.Pattern;

/// The first day of an instance: one page to set it up, a second step for the administrator, an
/// invitation for a colleague.
final class FirstDay {

  private static final Pattern LINK = Pattern.compile("http://\\S+(/setup/\\S+)");
  private static final String ADMINISTRATOR = "rosa";
  private static final String PASSWORD = "a kettle under the lamp";

  private final Town town;

  FirstDay(Town town) {
    this.town = town;
  }

  /// Sets up the instance with the link from the server's console.
  FirstDay setUp(String console) {
    var link = LINK.matcher(console);
    if (!link.find()) {
      throw new AssertionError("The console shows no link to set up the server:\n" + console);
    }
    var rosa = town.resident().opens(link.group(1)).sees("Tell Earshot who you are");
    rosa.writes("Full name", "Bowling Green City Commission").writes("Short name", "Bowling Green");
    rosa.writes("Number to call in danger", "911");
    rosa.writes("Where to complain about privacy or accessibility", "listening@town.example");
    rosa.writes("Working days in which the front desk answers", "10");
    rosa.writes("Your name", "Rosa Field").writes("Login", ADMINISTRATOR);
    rosa.writes("Password", PASSWORD).presses("Set up Earshot").sees("Residents need no account.");
    return this;
  }

  /// Invites a caseworker for the front desk, who is signed in when this returns.
  Visitor inviteCaseworker(String name, String email) {
    var rosa = town.resident();
    rosa.signsIn(ADMINISTRATOR, PASSWORD).enrolsAnAuthenticator();
    rosa.opens("/staff/settings/people/new")
        .writes("Name", name)
        .writes("What residents see", name);
    rosa.writes("E-mail address", email);
    rosa.page().locator("#role-caseworker").check();
    rosa.page().locator("input[name=service]").first().check();
    rosa.presses("Make an invitation");
    var invitation = rosa.page().locator("main pre").textContent().strip();

    var invited = town.resident().opens(invitation).sees("Welcome, " + name);
    invited.writes("New password", PASSWORD).presses("Set password");
    return invited.signsIn(email, PASSWORD).isOn("/staff");
  }
}
