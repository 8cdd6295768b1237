package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// Which statement a person is shown next, and how showing is undone in the results.
class ShowingTest {

  @Test
  void drawsInProportionToPriorities() {
    var ids = List.of("a", "b", "c");
    double[] priorities = {1, 6, 3};
    assertThat(Showing.draw(ids, priorities, 0)).contains(new Showing("a", 0.1));
    assertThat(Showing.draw(ids, priorities, 0.1)).contains(new Showing("b", 0.6));
    assertThat(Showing.draw(ids, priorities, 0.6999)).contains(new Showing("b", 0.6));
    assertThat(Showing.draw(ids, priorities, 0.999)).contains(new Showing("c", 0.3));
    assertThat(Showing.draw(List.of(), new double[0], 0.5)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Showing.draw(ids, priorities, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Showing.draw(ids, new double[] {1, 0, 1}, 0.5))
        .withMessageContaining("priority");
  }

  @RandomSeeds
  void everybodyIsShownEverythingThatIsOpenOnce(long seed) throws IOException {
    var live = new LiveConversation();
    for (int s = 0; s < 12; s++) {
      live.propose("s" + s);
    }
    live.moderate("s3", true);
    var random = new Random(seed);
    for (int person = 0; person < 8; person++) {
      var seen = new HashSet<String>();
      var id = "p" + person;
      for (var next = live.showNext(id, Routing.PRIORITY, random.nextDouble());
          next.isPresent();
          next = live.showNext(id, Routing.PRIORITY, random.nextDouble())) {
        assertThat(seen.add(next.get().statement())).isTrue();
        assertThat(next.get().chance()).isGreaterThan(seen.size() == 11 ? 1 - 1e-12 : 0);
        live.vote(id, next.get().statement(), Vote.of(random.nextInt(3) - 1));
      }
      assertThat(seen).hasSize(11).doesNotContain("s3");
    }
    assertThat(live.shown().people()).hasSize(8);
    assertThat(live.shown().of("p5")).hasSize(11);
    var bytes = new ByteArrayOutputStream();
    live.save(bytes);
    var restored = LiveConversation.restore(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(restored.shown().of("p5")).isEqualTo(live.shown().of("p5"));
    restored.moderate("s3", false);
    assertThat(restored.showNext("p5", Routing.PRIORITY, 0.5))
        .map(Showing::statement)
        .contains("s3");
  }

  @RandomSeeds
  void fewestVotesMakesAllStatementsEquallyKnown(long seed) {
    var live = new LiveConversation();
    for (int s = 0; s < 10; s++) {
      live.propose("s" + s);
    }
    var random = new Random(seed);
    for (int person = 0; person < 200; person++) {
      for (int turn = 0; turn < 3; turn++) {
        var next = live.showNext("p" + person, Routing.FEWEST_VOTES, random.nextDouble());
        live.vote("p" + person, next.orElseThrow().statement(), Vote.PASS);
      }
    }
    var landscape = live.refreshMap();
    for (int j = 0; j < 10; j++) {
      assertThat(landscape.count(j, Vote.PASS)).isBetween(35.0, 85.0); // 60 each on average
    }
  }

  /// Half of the people agree with statement a, but they are nine times as likely to be shown it.
  @RandomSeeds
  void theLogUndoesTheBiasOfShowing(long seed) {
    var random = new Random(seed);
    var conversation = new RandomConversation(seed, 0, 0, 1, 0);
    var log = new ShownStatements();
    for (int i = 0; i < 3000; i++) {
      boolean likes = i % 2 == 0;
      double chance = likes ? 0.9 : 0.1;
      boolean first = random.nextDouble() < chance;
      var vote = first ? (likes ? Vote.AGREE : Vote.DISAGREE) : Vote.of(random.nextInt(3) - 1);
      conversation.ballots.add(new RandomConversation.Ballot("p" + i, first ? "a" : "b", vote));
      log.add("p" + i, first ? "a" : "b", first ? chance : 1 - chance);
    }
    var votes = conversation.votes();
    int a = votes.statements().indexOf("a");
    var plain = Opinion.stable(votes, Moderation.NONE);
    var corrected = StableMethod.STANDARD.withShown(log).landscape(votes, Moderation.NONE);
    assertThat(share(plain, a)).isGreaterThan(0.85);
    assertThat(share(corrected, a)).isCloseTo(0.5, within(0.12));
    assertThat(plain.correction()).isEmpty();
    assertThat(corrected.correction())
        .contains(new ShownStatements.Coverage(votes.size(), votes.size(), 0));
  }

  private static double share(Landscape landscape, int statement) {
    double agree = landscape.count(statement, Vote.AGREE);
    return agree / (agree + landscape.count(statement, Vote.DISAGREE));
  }
}
