package org.earshot.representation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.earshot.testing.EngineRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final EngineRules RULES = EngineRules.of("representation");

  @Test
  void theEngineKnowsOnlyJavaAndItsSolvers() {
    RULES.checkKnowsOnly("com.google.ortools..");
  }

  @Test
  void solversAreForLotteriesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.earshot.representation.sortition")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.ortools..")
        .check(RULES.classesOfEngine());
  }

  @Test
  void theEngineAsksNothingOfItsSurroundings() {
    RULES.checkAsksNothingOfItsSurroundings();
  }
}
