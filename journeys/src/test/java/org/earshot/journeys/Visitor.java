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

/// One person at one browser, in words that a story is told in.
final class Visitor {

  private static final int IMPATIENCE = 10_000; // milliseconds

  private final String origin;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  Visitor(BrowserContext context, URI address) {
    context.setDefaultTimeout(IMPATIENCE);
    this.origin = address.toString();
    this.page = context.newPage();
    page.onRequest(this::note);
    page.onConsoleMessage(this::note);
    page.onPageError(error -> complaints.add("A script failed: " + error));
    page.onResponse(this::note);
    page.onRequestFinished(requests::add);
  }

  Page page() {
    return page;
  }

  /// What broke in this browser so far: failed scripts, refused content, requests to other hosts.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  Visitor opens(String path) {
    page.navigate(path);
    return this;
  }

  Visitor presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    return this;
  }

  Visitor follows(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
    return this;
  }

  /// Sends these words and nothing else, and is in front of the receipt.
  Visitor says(String words) {
    return opens("/").writesFirst(words).goesOn().presses("Send it").sees("Keep this");
  }

  /// The code on the receipt, or of the page that it opens.
  String receiptCode() {
    return page.url().replaceFirst(".*/v/([0-9A-Z]+).*", "$1");
  }

  /// Writes into the one box of the first page.
  Visitor writesFirst(String words) {
    page.locator("textarea#words").fill(words);
    return this;
  }

  /// Presses the page's own button, whatever language it speaks.
  Visitor goesOn() {
    page.locator("main form").first().locator("button[type=submit]:visible").first().click();
    return this;
  }

  Visitor followsFirst(Pattern path) {
    var link = links().stream().filter(path.asMatchPredicate()).findFirst();
    return opens(link.orElseThrow(() -> new AssertionError("No link to " + path + page.url())));
  }

  /// The paths on this site that the page leads to.
  List<String> links() {
    return page.locator("a[href^='/']").all().stream()
        .map(link -> link.getAttribute("href").replaceFirst("[?#].*", ""))
        .distinct()
        .toList();
  }

  Visitor writes(String label, String text) {
    page.getByLabel(label).first().fill(text);
    return this;
  }

  Visitor chooses(String label) {
    page.getByLabel(label).first().check();
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

  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /// What the page and its parts weigh over the wire, in bytes; nothing was in the cache.
  long bytesOfThisPage() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    requests.clear();
    page.reload();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return requests.stream().mapToLong(request -> request.sizes().responseBodySize).sum();
  }

  private void note(ConsoleMessage message) {
    var broken = message.type().equals("error") || message.type().equals("warning");
    if (broken && !message.text().startsWith("Failed to load resource")) { // see note(Response)
      complaints.add("The console says: " + message.text());
    }
  }

  private void note(Request request) {
    if (!request.url().startsWith(origin + "/")) {
      complaints.add("Another host was asked: " + request.url());
    }
  }

  /// A page may say that something was wrong; what it is made of may not be missing.
  private void note(Response response) {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      complaints.add("%d for %s".formatted(response.status(), response.url()));
    }
  }
}
