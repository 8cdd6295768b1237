package org.earshot.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// One writes, one draws maps and groups, others read: what they read is of one instant.
class LiveReadersTest {

  @Test
  void readersSeeOneInstant() throws InterruptedException, ExecutionException {
    var live = new LiveConversation();
    var over = new AtomicBoolean();
    Callable<Integer> reader =
        () -> {
          int read = 0;
          while (!over.get() || read == 0) {
            check(live.landscape());
            read++;
          }
          return read;
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      var running = new ArrayList<Future<Integer>>();
      running.add(threads.submit(reader));
      running.add(threads.submit(reader));
      running.add(
          threads.submit(
              () -> {
                int drawn = 0;
                while (!over.get() || drawn == 0) {
                  check(drawn % 5 == 4 ? live.regroup(StableMethod.STANDARD) : live.refreshMap());
                  drawn++;
                }
                return drawn;
              }));
      var random = new Random(1);
      for (int vote = 0; vote < 20_000; vote++) {
        live.vote(
            "p" + random.nextInt(120), "s" + random.nextInt(25), Vote.of(random.nextInt(3) - 1));
      }
      over.set(true);
      for (var one : running) {
        assertThat(one.get()).isPositive();
      }
    }
    check(live.refreshMap());
  }

  private static void check(Landscape landscape) {
    var votes = landscape.votes();
    double counted = 0;
    for (int j = 0; j < votes.statements().size(); j++) {
      for (var vote : Vote.values()) {
        double all = landscape.count(j, vote);
        double inGroups = 0;
        for (int g = 0; g < landscape.groups().count(); g++) {
          inGroups += landscape.count(g, j, vote);
        }
        assertThat(inGroups).isLessThanOrEqualTo(all);
        counted += all;
      }
    }
    assertThat(counted).isEqualTo(votes.size());
    assertThat(landscape.groups().groupOf()).hasSize(votes.people().size());
  }
}
