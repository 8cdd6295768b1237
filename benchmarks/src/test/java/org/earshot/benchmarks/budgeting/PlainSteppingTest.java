package org.earshot.benchmarks.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earshot.budgeting.Budgeting;
import org.earshot.budgeting.PbFormatException;
import org.earshot.budgeting.PbReader;
import org.earshot.budgeting.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is compared for speed must do the same.
class PlainSteppingTest {

  @Test
  void bothFundTheSameProjects(@TempDir Path directory) throws IOException, PbFormatException {
    var file = directory.resolve("town.pb");
    SyntheticTown.write(file, 20_000, 80, 3);
    try (var stream = Files.newInputStream(file)) {
      var election = PbReader.read(stream);
      var engine = Budgeting.decide(election, Rule.find("mes_cost_add1").orElseThrow());
      var plain = new PlainStepping(election).add1(1);
      for (int p = 0; p < plain.length; p++) {
        assertThat(plain[p]).isEqualTo(engine.ids().contains(election.projects().get(p).id()));
      }
      assertThat(engine.funded()).isNotEmpty();
    }
  }
}
