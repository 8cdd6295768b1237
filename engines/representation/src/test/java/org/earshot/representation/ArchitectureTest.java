package org.earshot.representation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The engine's wall.
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.earshot.representation");

  @Test
  void theEngineKnowsOnlyJavaAndItsSolvers() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "com.google.ortools..", "org.earshot.representation..")
        .check(OURS);
  }

  @Test
  void solversAreForLotteriesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.earshot.representation.sortition")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.ortools..")
        .check(OURS);
  }

  @Test
  void theEngineAsksNoClockNoDiskAndNoNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.time..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.io.File.class, java.util.Random.class, java.util.TimeZone.class)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .check(OURS);
  }
}
