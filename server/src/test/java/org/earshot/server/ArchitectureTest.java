package org.earshot.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of docs/ARCHITECTURE.md that a machine can keep.
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.earshot");

  @Test
  void thePlatformKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("org.earshot.server.platform..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("org.earshot.server..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("org.earshot.server.platform..")))
        .check(OURS);
  }

  @Test
  void featuresFormNoCycle() {
    slices().matching("org.earshot.server.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void resourcesNeverSeeSql() {
    noClasses()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..")
        .check(OURS);
  }

  @Test
  void theRecordIsFreeOfFrameworks() {
    noClasses()
        .that()
        .resideInAPackage("org.earshot.record..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "jakarta..", "org.jdbi..", "java.sql..", "org.earshot.server..")
        .check(OURS);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .orShould()
        .haveSimpleNameEndingWith("Processor")
        .orShould()
        .haveSimpleNameEndingWith("Handler")
        .check(OURS);
  }

  @Test
  void resourcesAreFinal() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(OURS);
  }

  @Test
  void everyPackageSaysThatNothingIsNull() {
    var unmarked =
        OURS.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(one -> one.tryGetAnnotationOfType(NullMarked.class).isEmpty())
            .map(one -> one.getName())
            .sorted()
            .toList();
    assertEquals(java.util.List.of(), unmarked, "Packages without @NullMarked");
  }
}
