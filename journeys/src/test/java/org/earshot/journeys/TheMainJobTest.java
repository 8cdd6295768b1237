package org.earshot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What Earshot is for, once through, on a new instance: set it up, take in what people said, put
/// it together, answer, show every one of them the answer, prove it, and forget whoever wants to be
/// forgotten.
class TheMainJobTest {

  private static final Pattern SIX_DIGITS = Pattern.compile("six digits are (\\d{6})");
  private static final Pattern CONFIRM =
      Pattern.compile("https?://[^\\s\\\\]+(/contact/confirm/[^\\s\\\\]+)");

  private static Path folder = Path.of("");
  private static Optional<ServerProcess> running = Optional.empty();
  private static Optional<Town> opened = Optional.empty();

  @BeforeAll
  static void startAnEmptyServer() {
    var chromium = Chromium.require();
    folder = ServerProcess.freshFolder();
    running = Optional.of(ServerProcess.start(folder));
    opened = Optional.of(Town.around(server(), chromium));
  }

  @AfterAll
  static void stop() {
    opened.ifPresent(Town::end);
  }

  private static ServerProcess server() {
    return running.orElseThrow();
  }

  private static Town town() {
    return opened.orElseThrow();
  }

  @Test
  void thousandsAreHeardPutTogetherAnsweredProvenAndForgotten() throws Exception {
    var firstDay = new FirstDay(town()).setUp(server().printed());
    var clerk = firstDay.inviteCaseworker("Ida", "ida@town.example");

    var codes = new HashMap<String, String>(); // receipt codes by public number
    var needs = new ArrayList<List<String>>(); // public numbers
    for (var voices : RealVoices.find(folder)) {
      codes.putAll(imports(voices));
      voices.needs().forEach(need -> needs.add(puts(clerk, need)));
    }
    assertThat(needs.stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(100);

    var together = needs.getLast();
    assertThat(together).hasSizeGreaterThan(30);
    answersEveryone(clerk, together.size());
    var sent = "Two lorries come on Tuesday, and every Tuesday after.";
    var someCodes = together.stream().limit(3).map(codes::get).toList();
    someCodes.forEach(code -> town().resident().opens("/v/" + code).sees(sent));

    var key = town().resident().opens("/record").page().locator("main span.mono").textContent();
    verifies(key);
    erases(someCodes.getFirst());
    verifies(key);
    town().sendEverybodyHome();
  }

  /// Imports a file by the command line; gives receipt codes by public number.
  private static Map<String, String> imports(RealVoices voices) throws Exception {
    var receipts = folder.resolve(voices.file().getFileName() + ".receipts.csv");
    var arguments =
        new ArrayList<>(List.of("import", "voices", voices.file().toString(), "--source", "town"));
    arguments.addAll(voices.columns());
    arguments.addAll(List.of("--server", server().address().toString()));
    arguments.addAll(List.of("--data", server().data().toString()));
    arguments.addAll(List.of("--receipts", receipts.toString()));
    var run = ProgramRun.ofEarshot(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.printed()).isZero();
    var codes = new HashMap<String, String>();
    Files.readAllLines(receipts).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(fields -> codes.put(fields[1], fields[2]));
    assertThat(codes).hasSizeGreaterThan(800);
    return codes;
  }

  /// Opens a need with one voice and joins all others that a search finds; gives their numbers.
  private static List<String> puts(Visitor clerk, RealVoices.NeedInWords need) {
    clerk.finds(need.word()).page().locator("main a.card").first().click();
    var numbers = new ArrayList<>(List.of(clerk.page().url().replaceFirst(".*/", "")));
    clerk.presses("Join them ...").writes("Title", need.title());
    clerk.presses("Open it with 1 person").sees("Who else says this?");
    clerk.searches(need.word());
    for (Locator tick : clerk.page().locator("#join input[name=voice]").all()) {
      tick.check();
      numbers.add(tick.getAttribute("value"));
    }
    clerk.presses("Join those ticked").sees("%d people said this".formatted(numbers.size()));
    return numbers;
  }

  private static void answersEveryone(Visitor clerk, int people) {
    clerk.presses("Write an answer to everyone").chooses("It is being considered");
    clerk.answersInEnglish("Two lorries come on Tuesday, and every Tuesday after.");
    clerk.presses("Send it to %d people".formatted(people)).sees("Sent on");
  }

  /// Our verifier checks the server and a copy of its record, and somebody else's the copy.
  private static void verifies(String key) throws Exception {
    var address = server().address().toString();
    var mirror = folder.resolve("mirror");
    succeeds(ProgramRun.ofEarshot("record", "verify", "--server", address, "--key", key));
    succeeds(
        ProgramRun.ofEarshot("record", "mirror", "--server", address, "--to", mirror.toString()));
    succeeds(ProgramRun.ofEarshot("record", "verify", "--mirror", mirror.toString(), "--key", key));
    var other = OtherVerifier.buildIn(folder);
    if (other.isPresent()) {
      succeeds(other.get().verify(mirror, key));
    }
  }

  private static void succeeds(ProgramRun run) {
    assertThat(run.exitCode()).as(run.printed()).isZero();
  }

  /// Whoever has a code gives an address, confirms it, and has everything erased at once.
  private static void erases(String code) {
    var resident = town().resident().opens("/v/" + code);
    var words = resident.page().locator("blockquote .words").first().textContent();
    resident.follows("Tell us how to reach you").writes("E-mail address", "me@example.org");
    resident.presses("Save, and send me a link to confirm").sees("Change how you reach me");
    resident.opens(mail(resident, CONFIRM)).presses("Yes, send answers to me");
    resident.opens("/v/" + code + "/erase").presses("Send me the six digits");
    resident.writes("The six digits", mail(resident, SIX_DIGITS)).presses("Erase everything");
    resident.sees("Your words are erased");
    resident.opens("/v/" + code).sees("This code opens nothing").doesNotSee(words);
  }

  /// What the newest message says; without a mail server messages go to a file.
  private static String mail(Visitor waiting, Pattern wanted) {
    var box = server().data().resolve("mail-outbox.jsonl");
    waiting.page().waitForCondition(() -> Files.exists(box) && wanted.matcher(read(box)).find());
    var found = wanted.matcher(read(box));
    var newest = "";
    while (found.find()) {
      newest = found.group(1);
    }
    return newest;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
