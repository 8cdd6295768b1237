package org.earshot.budgeting;

import org.earshot.testing.EngineRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final EngineRules RULES = EngineRules.of("budgeting");

  @Test
  void theEngineKnowsOnlyJava() {
    RULES.checkKnowsOnly();
  }

  @Test
  void theEngineAsksNothingOfItsSurroundings() {
    RULES.checkAsksNothingOfItsSurroundings();
  }
}
