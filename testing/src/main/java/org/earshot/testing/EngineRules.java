package org.earshot.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.stream.Stream;

/// The wall round an engine: it knows little, and gives the same result wherever and whenever it
/// runs.
public final class EngineRules {

  private final String root;
  private final JavaClasses engine;

  private EngineRules(String root) {
    this.root = root;
    engine =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
  }

  /// The engine in `org.earshot.<name>`.
  public static EngineRules of(String name) {
    return new EngineRules("org.earshot." + name);
  }

  /// The engine's classes without its tests, for rules of its own.
  public JavaClasses classesOfEngine() {
    return engine;
  }

  /// Fails unless it depends on the JDK, JSpecify, itself and these packages only.
  public void checkKnowsOnly(String... packages) {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(Stream.of("java..", "org.jspecify..", root + ".."), Stream.of(packages))
                .toArray(String[]::new))
        .check(engine);
  }

  /// Fails if it asks for the time, chance, files, the network, or the machine's language.
  public void checkAsksNothingOfItsSurroundings() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.time..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.File.*|java\\.util\\.(Random|Date|Calendar|TimeZone)|java\\.lang\\.ProcessHandle")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .check(engine);
  }
}
