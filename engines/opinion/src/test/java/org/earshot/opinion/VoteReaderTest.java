package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteReaderTest {

  private static Votes read(String text) throws IOException, MalformedVotesException {
    return VoteReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsVotesInTheOrderOfIds() throws Exception {
    var votes = read("timestamp,voter-id,comment-id,vote\n5,10,7,1\n6,9,7,-1\n6,9,12,0\n");
    assertThat(votes.people()).containsExactly("9", "10");
    assertThat(votes.statements()).containsExactly("7", "12");
    assertThat(votes.size()).isEqualTo(3);
    assertThat(votes.voteAt(0, 0)).isEqualTo(Vote.DISAGREE);
    assertThat(votes.voteAt(0, 1)).isEqualTo(Vote.PASS);
    assertThat(votes.voteAt(1, 0)).isEqualTo(Vote.AGREE);
  }

  @Test
  void theLatestVoteCountsWhateverTheLine() throws Exception {
    var votes = read("timestamp,voter-id,comment-id,vote\n9,a,s,1\n5,a,s,-1\n");
    assertThat(votes.size()).isEqualTo(1);
    assertThat(votes.received()).isEqualTo(2);
    assertThat(votes.voteAt(0, 0)).isEqualTo(Vote.AGREE);
  }

  @Test
  void ofVotesWithTheSameTimeTheLaterLineCounts() throws Exception {
    var votes = read("voter-id,comment-id,vote\na,s,1\na,s,-1\n");
    assertThat(votes.voteAt(0, 0)).isEqualTo(Vote.DISAGREE);
  }

  @Test
  void takesColumnsInAnyOrderQuotesMarksAndWindowsLines() throws Exception {
    var votes =
        read("\uFEFFvote,note,\"comment-id\",voter-id\r\n1,\"a, b \"\"c\"\"\",s,\"x,1\"\r\n\r\n");
    assertThat(votes.people()).containsExactly("x,1");
  }

  @Test
  void aHeadingAloneIsAnEmptyConversation() throws Exception {
    var votes = read("timestamp,voter-id,comment-id,vote\n");
    assertThat(votes.people()).isEmpty();
    assertThat(Opinion.stable(votes, Moderation.NONE).groups().count()).isEqualTo(1);
    assertThat(Opinion.polis(votes, Moderation.NONE).agreed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|1|The file is empty",
        "~timestamp,voter,comment-id,vote~|1|There is no column 'voter-id'",
        "~voter-id,voter-id,comment-id,vote~|1|more than one column 'voter-id'",
        "~voter-id,comment-id,vote/a,s~|2|The line has 2 fields, and the heading has 3",
        "~voter-id,comment-id,vote/a,s,2~|2|Column vote is '2'",
        "~voter-id,comment-id,vote/a,s,~|2|Column vote is ''",
        "~voter-id,comment-id,vote/a,s,1/,s,1~|3|Column voter-id must hold an id",
        "~voter-id,comment-id,vote,timestamp/a,s,1,soon~|2|Column timestamp is 'soon'",
        "~voter-id,comment-id,vote,timestamp/a,s,1,99999999999999999999~|2|Column timestamp",
        "~voter-id,comment-id,vote/\"a,s,1~|2|does not end in a quote",
      })
  void saysWhereTheFaultIsAndWhatToDo(String text, long line, String message) {
    assertThatExceptionOfType(MalformedVotesException.class)
        .isThrownBy(() -> read(text.replace('/', '\n')))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }

  @Test
  void refusesALineWithoutEnd() {
    var text = "voter-id,comment-id,vote\n" + "x".repeat(300_000);
    assertThatExceptionOfType(MalformedVotesException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("longer than");
  }

  @RandomSeeds
  void anyBytesAreReadOrRefused(long seed) throws IOException {
    var random = new Random(seed);
    var bytes = new byte[random.nextInt(2000)];
    var alphabet = "01-,\n\r\"ab\uFEFF".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = alphabet[random.nextInt(alphabet.length)];
    }
    var heading = "voter-id,comment-id,vote\n".getBytes(StandardCharsets.UTF_8);
    var all = new byte[heading.length + bytes.length];
    System.arraycopy(heading, 0, all, 0, heading.length);
    System.arraycopy(bytes, 0, all, heading.length, bytes.length);
    try {
      assertThat(VoteReader.read(new ByteArrayInputStream(all)).size()).isNotNegative();
    } catch (MalformedVotesException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
