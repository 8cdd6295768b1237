package org.earshot.opinion;

import org.earshot.testing.EngineRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final EngineRules RULES = EngineRules.of("opinion");

  @Test
  void theEngineKnowsOnlyJavaAndNumerics() {
    RULES.checkKnowsOnly("org.earshot.numerics");
  }

  @Test
  void theEngineAsksNothingOfItsSurroundings() {
    RULES.checkAsksNothingOfItsSurroundings();
  }
}
