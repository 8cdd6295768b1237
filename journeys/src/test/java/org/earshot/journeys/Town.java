package org.earshot.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/// A running server, a browser, and the people who come with theirs.
final class Town {

  /// The password of everybody who works in the demo town.
  static final String PASSWORD = "riverbend-listens";

  private final URI address;
  private final Runnable serverEnd;
  private final Chromium chromium;
  private final List<Visitor> visitors = new ArrayList<>();
  private final Map<String, String> sessions = new HashMap<>();
  private String receiptCode = "";

  private Town(URI address, Runnable serverEnd, Chromium chromium) {
    this.address = address;
    this.serverEnd = serverEnd;
    this.chromium = chromium;
  }

  /// The town around this server, which ends with it.
  static Town around(ServerProcess server, Path chromium) {
    return new Town(server.address(), server::close, Chromium.launch(chromium));
  }

  /// The town around a server that somebody started by hand, and that stays.
  static Town at(URI address, Path chromium) {
    return new Town(address, () -> {}, Chromium.launch(chromium));
  }

  /// Somebody without an account, reading English.
  Visitor resident() {
    return resident("en-GB");
  }

  Visitor resident(String language) {
    return arrive(new NewContextOptions().setLocale(language));
  }

  /// Somebody whose browser runs no scripts.
  Visitor residentWithoutScripts() {
    return arrive(new NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
  }

  /// Somebody who works here and has signed in, once for all tests.
  Visitor signedIn(String login) {
    return signedIn(login, "en-GB");
  }

  Visitor signedIn(String login, String language) {
    var session = sessions.computeIfAbsent(login, this::signIn);
    return arrive(new NewContextOptions().setLocale(language).setStorageState(session));
  }

  private String signIn(String login) {
    var visitor = resident();
    visitor.signsIn(login, PASSWORD);
    if (visitor.page().url().endsWith("/login/enrol")) { // administrators need a second step
      visitor.enrolsAnAuthenticator();
    }
    return visitor.page().context().storageState();
  }

  /// The receipt code of a voice that somebody sent, the same for all tests that only look.
  String receiptCode() {
    if (receiptCode.isEmpty()) {
      receiptCode =
          resident().says("The lamps in Mill Lane have been dark for three weeks.").receiptCode();
    }
    return receiptCode;
  }

  private Visitor arrive(NewContextOptions options) {
    BrowserContext context = chromium.browser().newContext(options.setBaseURL(address.toString()));
    var visitor = new Visitor(context, address);
    visitors.add(visitor);
    return visitor;
  }

  /// Closes every browser window; fails if anything broke in one of them.
  void sendEverybodyHome() {
    var softly = new SoftAssertions();
    for (var visitor : visitors) {
      softly.assertThat(visitor.complaints()).isEmpty();
      visitor.page().context().close();
    }
    visitors.clear();
    softly.assertAll();
  }

  void end() {
    chromium.close();
    serverEnd.run();
  }
}
