package org.earshot.numerics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Numerics knows only the JDK and JSpecify, and asks nothing of its surroundings.
class ArchitectureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.earshot.numerics");

  @Test
  void dependsOnLittle() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java.lang..", "java.util..", "org.jspecify..", "org.earshot.numerics")
        .check(ENGINE);
  }

  @Test
  void asksNoClockDiskLocaleOrChance() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.File.*|java\\.util\\.(Random|Date|Calendar|TimeZone)|java\\.lang\\.ProcessHandle")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .check(ENGINE);
  }
}
