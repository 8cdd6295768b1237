package org.earshot.opinion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The engine knows only the JDK, JSpecify and `numerics`, and asks nothing of its surroundings.
class ArchitectureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.earshot.opinion");

  @Test
  void dependsOnLittle() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "java.io",
            "java.nio.charset",
            "org.jspecify..",
            "org.earshot.numerics",
            "org.earshot.opinion")
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
