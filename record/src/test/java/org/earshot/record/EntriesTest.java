package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes into the log: entries, the bundles that serve them, commitments.
class EntriesTest {

  private static final byte[] SALT = Hashing.leaf(new byte[] {1}).bytes();

  @Test
  void anEntryIsOneLineWithoutSeconds() {
    var entry =
        RecordEntry.at(
            "case-answered",
            Instant.parse("2026-02-01T23:59:59.999Z"),
            SubjectTag.of(SALT, "42"),
            Commitment.of(SALT, "Yes.".getBytes(UTF_8)));
    assertThat(entry.text())
        .matches("earshot/1 case-answered 2026-02-01T23:59Z [0-9a-f]{64} [0-9a-f]{64}");
    assertThat(RecordEntry.parse(entry.text())).isEqualTo(entry);
    assertThat(entry.leaf()).isEqualTo(Hashing.leaf(entry.text().getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "earshot/1",
        "earshot/2 voice 2026-02-01T23:59Z HASH HASH",
        "earshot/1 Voice 2026-02-01T23:59Z HASH HASH",
        "earshot/1  2026-02-01T23:59Z HASH HASH",
        "earshot/1 voice 2026-02-01T23:59:00Z HASH HASH",
        "earshot/1 voice 2026-02-30T23:59Z HASH HASH",
        "earshot/1 voice 2026-02-01T24:00Z HASH HASH",
        "earshot/1 voice 1969-12-31T23:59Z HASH HASH",
        "earshot/1 voice 12026-02-01T23:59Z HASH HASH",
        "earshot/1 voice 2026-02-01T23:59+00:00 HASH HASH",
        "earshot/1 voice 2026-02-01T23:59Z HASH",
        "earshot/1 voice 2026-02-01T23:59Z HASH HASH ",
        "earshot/1 voice 2026-02-01T23:59Z HASH HASH\n",
        "earshot/1 voice 2026-02-01T23:59Z  HASH HASH",
        "earshot/1 voice 2026-02-01T23:59Z HASH abcd",
        "earshot/1 voice 2026-02-01T23:59Z HASH \u00e9",
      })
  void malformedEntriesAreRefused(String hostile) {
    String text = hostile.replace("HASH", Hashing.emptyRoot().hex());
    assertThatThrownBy(() -> RecordEntry.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hashesAreLowerCase() {
    String text = SampleLog.entry(0).text();
    assertThatThrownBy(
            () ->
                RecordEntry.parse(
                    text.substring(0, 40) + text.substring(40).toUpperCase(Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCommitmentOpensToWhatItWasMadeOfAndNothingElse() {
    var commitment = Commitment.of(SALT, "Yes.".getBytes(UTF_8));
    assertThat(commitment.opensTo(SALT, "Yes.".getBytes(UTF_8))).isTrue();
    assertThat(commitment.opensTo(SALT, "No.".getBytes(UTF_8))).isFalse();
    assertThat(commitment.opensTo(new byte[32], "Yes.".getBytes(UTF_8))).isFalse();
    assertThatThrownBy(() -> Commitment.of(new byte[31], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @RandomSeeds
  void aBatchProvesEachOfItsItems(long seed) {
    var random = new Random(seed);
    List<Commitment> items =
        IntStream.range(0, 1 + random.nextInt(seed % 10 == 0 ? 3000 : 40))
            .mapToObj(i -> Commitment.of(SALT, ("vote " + i).getBytes(UTF_8)))
            .toList();
    var batch = BatchCommitment.of(items);
    int index = random.nextInt(items.size());
    var proof = batch.proof(index);
    assertThat(BatchCommitment.proves(proof, items.get(index), batch.commitment())).isTrue();
    var other = Commitment.of(SALT, "another vote".getBytes(UTF_8));
    assertThat(BatchCommitment.proves(proof, other, batch.commitment())).isFalse();
  }

  @Test
  void aBundleHasALengthBeforeEachEntry() {
    byte[] bundle = EntryBundle.encode(List.of("ab".getBytes(UTF_8), new byte[0], new byte[300]));
    assertThat(bundle).startsWith(0, 2, 'a', 'b', 0, 0, 1, 44).hasSize(4 + 2 + 302);
    assertThat(EntryBundle.decode(bundle, 3))
        .usingRecursiveComparison()
        .isEqualTo(List.of("ab".getBytes(UTF_8), new byte[0], new byte[300]));
  }

  @Test
  void theLongestEntryFitsAndALongerOneDoesNot() {
    byte[] longest = new byte[65_535];
    assertThat(EntryBundle.decode(EntryBundle.encode(List.of(longest)), 1)).hasSize(1);
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bundlesThatEndEarlyOrGoOnAreRefused() {
    byte[] bundle = EntryBundle.encode(List.of("ab".getBytes(UTF_8), "c".getBytes(UTF_8)));
    Stream.of(0, 1, 3, 4, 5, 6)
        .map(length -> Arrays.copyOf(bundle, length))
        .forEach(
            cut ->
                assertThatThrownBy(() -> EntryBundle.decode(cut, 2))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> EntryBundle.decode(bundle, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EntryBundle.decode(bundle, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
