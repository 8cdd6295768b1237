package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// What the reader takes, and what it says about what it does not.
class PbReaderTest {

  private static final String TOWN =
      """
      META
      key;value
      budget;100
      vote_type;approval
      PROJECTS
      project_id;cost;name
      a;50;Playground
      b;30;Path
      VOTES
      voter_id;vote;sex
      1;a,b;F
      2;b;M
      """;

  private static Election read(String text) throws IOException, PbFormatException {
    return read(text.getBytes(UTF_8));
  }

  private static Election read(byte[] bytes) throws IOException, PbFormatException {
    return PbReader.read(new ByteArrayInputStream(bytes));
  }

  /// The faults of a file that must have some, as people read them.
  private static List<String> faults(String text) throws IOException {
    return faults(text.getBytes(UTF_8));
  }

  private static List<String> faults(byte[] bytes) throws IOException {
    try {
      read(bytes);
    } catch (PbFormatException e) {
      assertThat(e.faults()).isNotEmpty();
      return e.faults().stream().map(PbFault::toString).toList();
    }
    throw new AssertionError("There should have been a fault.");
  }

  @Test
  void lineEndsByteOrderMarkAndBlankLinesChangeNothing() throws IOException, PbFormatException {
    var hash = BallotHash.of(read(TOWN));
    assertThat(BallotHash.of(read(TOWN.replace("\n", "\r\n")))).isEqualTo(hash);
    assertThat(BallotHash.of(read("\uFEFF" + TOWN))).isEqualTo(hash);
    assertThat(BallotHash.of(read(TOWN.replace("PROJECTS", "\n\nPROJECTS")))).isEqualTo(hash);
    assertThat(BallotHash.of(read(TOWN.strip()))).isEqualTo(hash);
    assertThat(BallotHash.of(read(TOWN.replace("META\n", "META;;\n")))).isEqualTo(hash);
  }

  @Test
  void columnsMayStandInAnyOrder() throws IOException, PbFormatException {
    var turned =
        TOWN.replace("project_id;cost;name", "name;cost;project_id")
            .replace("a;50;Playground", "Playground;50;a")
            .replace("b;30;Path", "Path;30;b")
            .replace("voter_id;vote;sex", "sex;vote;voter_id")
            .replace("1;a,b;F", "F;a,b;1")
            .replace("2;b;M", "M;b;2");
    var election = read(turned);
    assertThat(BallotHash.of(election)).isEqualTo(BallotHash.of(read(TOWN)));
    assertThat(election.projects().getFirst().name()).isEqualTo("Playground");
    assertThat(election.voterIds().get(1)).isEqualTo("2");
    assertThat(election.columns().getFirst().value(1)).isEqualTo("M");
  }

  @Test
  void quotesHoldSeparatorsLineBreaksAndQuotes() throws IOException, PbFormatException {
    var election = read(TOWN.replace("Playground", "\"Play; \"\"ground\"\"\nin two lines\""));
    assertThat(election.projects().getFirst().name()).isEqualTo("Play; \"ground\"\nin two lines");
    assertThat(election.projects().get(1).line()).isEqualTo(9); // one more than without the break
  }

  @Test
  void amountsMayHaveDecimals() throws IOException, PbFormatException {
    var election = read(TOWN.replace("budget;100", "budget;100,5").replace("a;50;", "a;50.25;"));
    assertThat(election.decimals()).isEqualTo(2);
    assertThat(election.budget()).isEqualTo(10_050);
    assertThat(election.projects().getFirst().cost()).isEqualTo(5_025);
    assertThat(election.amount(election.budget())).isEqualTo("100.5");
    assertThat(election.currencyUnit()).isEqualTo(100);
  }

  @Test
  void aProjectThatIsNamedTwiceCountsOnce() throws IOException, PbFormatException {
    var election = read(TOWN.replace("1;a,b;F", "1; a , b,a;F"));
    assertThat(election.ballots().projectsOf(0)).containsExactly(0, 1);
    assertThat(election.remarks())
        .containsExactly(
            "Ballots name a project again (1 times, first in line 11); only the first time counts.");
  }

  @Test
  void emptyBallotsAndProjectsDearerThanTheBudgetAreFine() throws IOException, PbFormatException {
    var election = read(TOWN.replace("2;b;M", "2;;M").replace("a;50;", "a;5000;"));
    assertThat(election.ballots().count()).isEqualTo(2);
    assertThat(election.ballots().projectsOf(1)).isEmpty();
    assertThat(election.projects().getFirst().cost()).isGreaterThan(election.budget());
  }

  @Test
  void pointsStandBesideTheirProjects() throws IOException, PbFormatException {
    var election =
        read(
            TOWN.replace("approval", "cumulative")
                .replace("voter_id;vote;sex", "voter_id;vote;points")
                .replace("1;a,b;F", "1;b,a;3,1")
                .replace("2;b;M", "2;b;4"));
    assertThat(election.ballots().projectsOf(0)).containsExactly(1, 0);
    assertThat(election.ballots().pointsOf(0)).containsExactly(3, 1);
  }

  @Test
  void whatIsOddButNoFaultIsRemarked() throws IOException, PbFormatException {
    var odd =
        TOWN.replace("budget;100", "budget;100\nnum_votes;3\nmax_length;1\nmax_sum_cost;70")
            .replace("project_id;cost;name", "project_id;cost;votes")
            .replace("a;50;Playground", "a;50;7")
            .replace("b;30;Path", "b;30;2");
    assertThat(read(odd).remarks())
        .containsExactly(
            "META says num_votes = 3, but there are 2.",
            "PROJECTS and the ballots do not agree on the votes of 1 of 2 projects, first of a: 7"
                + " there, 1 on the ballots.",
            "Beyond max_length: 1 of the ballots, first in line 14; they are counted as they are.",
            "Beyond max_sum_cost: 1 of the ballots, first in line 14; they are counted as they are.");
  }

  @Test
  void pointsBeyondTheirLimitsAreRemarked() throws IOException, PbFormatException {
    var odd =
        TOWN.replace("approval", "cumulative")
            .replace("budget;100", "budget;100\nmax_points;3\nmin_points;1\nmax_sum_points;4")
            .replace("voter_id;vote;sex", "voter_id;vote;points")
            .replace("1;a,b;F", "1;b,a;5,0")
            .replace("2;b;M", "2;b;4");
    assertThat(read(odd).remarks())
        .containsExactly(
            "Beyond max_sum_points: 1 of the ballots, first in line 14; they are counted as they are.",
            "Beyond min_points: 1 of the ballots, first in line 14; they are counted as they are.",
            "Beyond max_points: 2 of the ballots, first in line 14; they are counted as they are.");
  }

  @Test
  void everyFaultIsNamedWithLineColumnAndValue() throws IOException {
    var bad =
        TOWN.replace("a;50;Playground", "a;fifty;Playground")
            .replace("b;30;Path", "b;0;Path\nb;5;Again\n;5;Nameless\nc;-3;Less")
            .replace("1;a,b;F", "1;a,zebra;F")
            .replace("2;b;M", "2");
    assertThat(faults(bad))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("line 7, column cost, \"fifty\": money is a number"),
            one -> assertThat(one).startsWith("line 8, column cost, \"0\": a project must cost"),
            one -> assertThat(one).startsWith("line 9, column project_id, \"b\": there is already"),
            one -> assertThat(one).startsWith("line 10, column project_id: a project needs an id"),
            one -> assertThat(one).startsWith("line 11, column cost, \"-3\": money is a number"),
            one -> assertThat(one).startsWith("line 14, column vote, \"zebra\": no project has"),
            one ->
                assertThat(one).startsWith("line 15, column vote: the row ends before its vote"));
  }

  @Test
  void aCommaBeforeThreeDigitsIsNotGuessed() throws IOException {
    assertThat(faults(TOWN.replace("budget;100", "budget;100,000")))
        .containsExactly(
            "line 3, column budget, \"100,000\": is this 100000 or 100.000? Write it without"
                + " separators, decimals after a point.");
  }

  @Test
  void missingSectionsHeadersAndColumnsAreNamed() throws IOException {
    assertThat(faults(""))
        .containsExactly("the file: there is no section META. Is this a .pb file?");
    assertThat(faults(TOWN.replace("budget;100\n", "")))
        .containsExactly("the file, column budget: META has no key budget. Add what may be spent.");
    assertThat(faults("hello\nworld\n" + TOWN))
        .containsExactly("line 1, \"hello\": the file must begin with the section META.");
    assertThat(faults(TOWN.substring(0, TOWN.indexOf("VOTES"))))
        .containsExactly("the file: there is no section VOTES.");
    assertThat(faults(TOWN.replace("project_id;cost", "project_id;price")).getFirst())
        .isEqualTo(
            "line 6, column cost: this section needs such a column; its header row has none.");
    assertThat(faults(TOWN.substring(0, TOWN.indexOf("VOTES") + 6)))
        .containsExactly(
            "the file: there is no section VOTES.",
            "line 9, \"VOTES\": the section has no header row.");
    assertThat(faults(TOWN.replace("approval", "shouting")))
        .containsExactly(
            "line 4, column vote_type, \"shouting\": the vote type must be one of: approval,"
                + " choose-1, ordinal, cumulative, scoring.");
    assertThat(faults(TOWN.replace("approval", "scoring")))
        .containsExactly(
            "line 10, column points: this section needs such a column; its header row has none.");
  }

  @Test
  void whatStandsTwiceIsNamed() throws IOException {
    assertThat(faults(TOWN + "VOTES\nvoter_id;vote\n3;a\n"))
        .containsExactly("line 13, \"VOTES\": this section stands here a second time. Keep one.");
    assertThat(faults(TOWN.replace("voter_id;vote;sex", "voter_id;vote;vote")))
        .containsExactly(
            "line 10, column vote: this section has two columns of this name. Rename one.");
    assertThat(faults(TOWN.replace("budget;100", "budget;100\nbudget;200")))
        .containsExactly(
            "line 4, column key, \"budget\": this key stands here a second time. Keep one.");
  }

  @Test
  void pointsThatAreNoneAreNamed() throws IOException {
    var bad =
        TOWN.replace("approval", "cumulative").replace("voter_id;vote;sex", "voter_id;vote;points");
    assertThat(faults(bad.replace("1;a,b;F", "1;a,b;3").replace("2;b;M", "2;b;1,2")))
        .containsExactly(
            "line 11, column points, \"3\": fewer points than projects on the ballot.",
            "line 12, column points, \"1,2\": more points than projects on the ballot.");
    assertThat(faults(bad.replace("1;a,b;F", "1;a,b;3,-1").replace("2;b;M", "2;;4")))
        .containsExactly(
            "line 11, column points, \"3,-1\": points are whole numbers from 0 to 1000000.",
            "line 12, column points, \"4\": points for no project.");
  }

  @Test
  void quotesWithoutEndAreNamedWhereTheyBegin() throws IOException {
    assertThat(faults(TOWN.replace("Path", "\"Path")))
        .contains("line 8: a quote is opened here and never closed. Close it, or double it.");
    assertThat(faults(TOWN.replace("project_id;cost;name", "project_id;cost;\"name")))
        .contains("line 6: a quote is opened here and never closed. Close it, or double it.");
  }

  @Test
  void whatIsNoUtf8IsNamed() throws IOException {
    assertThat(faults(TOWN.replace("Path", "Stra\u00dfe").getBytes(ISO_8859_1)))
        .contains("line 8: this row is no UTF-8. Save the file as UTF-8.");
  }

  @Test
  void amountsBeyondFifteenDigitsAreRefused() throws IOException {
    assertThat(faults(TOWN.replace("budget;100", "budget;99999999999999.55")))
        .containsExactly(
            "line 3, column budget, \"99999999999999.55\": amounts may have 15 digits in all.");
  }

  @Test
  void theReaderGivesUpAfterAHundredFaults() throws IOException {
    assertThat(faults(TOWN + "9;zebra;F\n".repeat(1_000))).hasSize(100);
  }

  @Test
  void anEndlessRowEndsTheReading() throws IOException {
    for (byte content : new byte[] {'x', ';', '"', 0}) {
      try (var endless = endless(content)) {
        PbReader.read(endless);
        throw new AssertionError("There should have been a fault.");
      } catch (PbFormatException e) {
        assertThat(e).hasMessageContaining("longer than any ballot");
      }
    }
  }

  private static InputStream endless(byte content) {
    return new InputStream() {
      @Override
      public int read() {
        return content;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        Arrays.fill(bytes, offset, offset + length, content);
        return length;
      }
    };
  }

  @RandomSeeds
  void brokenFilesAreRefusedAndNeverCrash(long seed) throws IOException {
    var random = new Random(seed);
    var bytes = TOWN.getBytes(UTF_8);
    for (int times = 0; times < 30; times++) {
      var broken = bytes.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      broken = Arrays.copyOf(broken, broken.length - random.nextInt(broken.length / 4));
      try {
        var election = read(broken);
        assertThat(Budgeting.decide(election, Rule.find("greedy_cost").orElseThrow()).cost())
            .isLessThanOrEqualTo(election.budget());
      } catch (PbFormatException e) {
        assertThat(e.faults()).allSatisfy(fault -> assertThat(fault.advice()).isNotEmpty());
      }
    }
  }

  @RandomSeeds
  void theSizeOfReadsChangesNothing(long seed) throws IOException, PbFormatException {
    var random = new Random(seed);
    var bytes = TOWN.replace("Path", "\"Pa\"\"th\r\n;\"").replace("\n", "\r\n").getBytes(UTF_8);
    var whole = read(bytes);
    var election =
        PbReader.read(
            new ByteArrayInputStream(bytes) {
              @Override
              public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(5)));
              }
            });
    assertThat(election.projects()).isEqualTo(whole.projects());
    assertThat(BallotHash.of(election)).isEqualTo(BallotHash.of(whole));
  }
}
