package org.earshot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One person at one browser, in words that a story is told in. What is seen is waited for; it
/// fails when it does not come.
final class Visitor {

  private static final String SEARCH = "Search words, a number or a place";
  private static final int PATIENCE_MS = 30_000;
  private static final int MOST_STEPS = 60;

  private final String origin;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private int status;

  Visitor(BrowserContext context, URI address) {
    context.setDefaultTimeout(PATIENCE_MS);
    this.origin = address.toString();
    this.page = context.newPage();
    page.onRequest(this::note);
    page.onRequestFinished(requests::add);
    page.onResponse(this::note);
    page.onConsoleMessage(this::note);
    page.onPageError(error -> complaints.add("A script failed: " + error));
  }

  Page page() {
    return page;
  }

  /// What broke in this browser so far: failed scripts, refused content, requests to other hosts.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// How the server answered for the page that is open.
  int status() {
    return status;
  }

  Visitor opens(String path) {
    page.navigate(path);
    return this;
  }

  Visitor presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
    return this;
  }

  Visitor follows(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
    return this;
  }

  Visitor followsFirst(Pattern path) {
    var link = links().stream().filter(path.asMatchPredicate()).findFirst();
    return opens(
        link.orElseThrow(
            () -> new AssertionError("No link to %s on %s".formatted(path, page.url()))));
  }

  /// Opens a part of the page that was folded away.
  Visitor unfolds(String summary) {
    page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
    return this;
  }

  Visitor writes(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(text);
    return this;
  }

  /// Takes one of several choices, or ticks a box.
  Visitor chooses(String label) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().check();
    return this;
  }

  Visitor sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
    return this;
  }

  Visitor doesNotSee(String text) {
    assertThat(page.getByText(text)).hasCount(0);
    return this;
  }

  Visitor isOn(String path) {
    assertThat(page).hasURL(origin + path);
    return this;
  }

  Visitor signsIn(String login, String password) {
    return opens("/login").writes("Login", login).writes("Password", password).presses("Sign in");
  }

  /// Presses the tabulator until the keys reach this element.
  Visitor walksTo(String selector) {
    var goal = page.locator(selector).first();
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      if ((boolean) goal.evaluate("goal => goal === document.activeElement")) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The tabulator does not reach " + selector);
  }

  Visitor types(String text) {
    page.keyboard().type(text);
    return this;
  }

  Visitor hits(String key) {
    page.keyboard().press(key);
    return this;
  }

  /// At work: searches the voices from the morning page.
  Visitor finds(String words) {
    return opens("/staff").searches(words);
  }

  Visitor searches(String words) {
    return writes(SEARCH, words).presses("Search");
  }

  /// At work: opens the card with these words.
  Visitor picks(String words) {
    page.locator("a.card", new Page.LocatorOptions().setHasText(words)).first().click();
    return this;
  }

  /// At work: writes the answer for those who read English.
  Visitor answersInEnglish(String words) {
    page.locator("#words textarea[lang=en]").fill(words);
    return this;
  }

  /// At work: finds the one voice with these words and answers it.
  Visitor answers(String words, String answer) {
    finds(words).page.locator("main a.card").first().click();
    presses("Write an answer").chooses("It is done").answersInEnglish(answer);
    return presses("Send it to 1 person").sees("Sent on");
  }

  Visitor enrolsAnAuthenticator() {
    sees("Set up your second step");
    var app = new AuthenticatorApp(page.locator("main .mono").textContent());
    return writes("Code from the app", app.code()).presses("Confirm").follows("I have kept them");
  }

  /// Sends these words and nothing else, and is in front of the receipt.
  Visitor says(String words) {
    return opens("/").writesFirst(words).goesOn().presses("Send it").sees("Keep this");
  }

  /// Writes into the one box of the first page.
  Visitor writesFirst(String words) {
    page.locator("textarea#words").fill(words);
    return this;
  }

  /// Presses the page's own button, whatever language it speaks.
  Visitor goesOn() {
    page.locator("main form button[type=submit]:visible").first().click();
    return this;
  }

  /// The code on the receipt, or of the page that it opens.
  String receiptCode() {
    return page.url().replaceFirst(".*/v/([0-9A-Z]+).*", "$1");
  }

  /// The number on the receipt that staff may know.
  String publicNumber() {
    var sentence = page.getByText("Your public number is").textContent();
    return sentence.replaceFirst("\\D*([\\d,]+).*", "$1").replace(",", "");
  }

  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /// The paths on this site that the page leads to.
  List<String> links() {
    return page.locator("a[href^='/']").all().stream()
        .map(link -> link.getAttribute("href").replaceFirst("[?#].*", ""))
        .distinct()
        .toList();
  }

  /// What came over the wire since this browser was opened, in bytes.
  long bytesReceived() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return requests.stream().mapToLong(request -> request.sizes().responseBodySize).sum();
  }

  private void note(Request request) {
    if (!request.url().startsWith(origin + "/")) {
      complaints.add("Another host was asked: " + request.url());
    }
  }

  /// A page may say that something was wrong; what it is made of may not be missing.
  private void note(Response response) {
    if (response.request().isNavigationRequest()) {
      status = response.status();
    } else if (response.status() >= 400) {
      complaints.add("%d for %s".formatted(response.status(), response.url()));
    }
  }

  private void note(ConsoleMessage message) {
    var broken = message.type().equals("error") || message.type().equals("warning");
    if (broken && !message.text().startsWith("Failed to load resource")) { // that is the Response
      complaints.add("The console says: " + message.text());
    }
  }
}
