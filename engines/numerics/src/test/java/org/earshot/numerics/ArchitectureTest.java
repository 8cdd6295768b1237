package org.earshot.numerics;

import org.earshot.testing.EngineRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final EngineRules RULES = EngineRules.of("numerics");

  @Test
  void theEngineKnowsOnlyJava() {
    RULES.checkKnowsOnly();
  }

  @Test
  void theEngineAsksNothingOfItsSurroundings() {
    RULES.checkAsksNothingOfItsSurroundings();
  }
}
