package org.earshot.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every endpoint says who may call it, and `docs/endpoints.md` lists them all. After a change run
/// the test with `-Dupdate=true` and read the difference.
class EndpointsTest {

  private static final String HEAD =
      """
      # Endpoints

      Who may call what. Written by `EndpointsTest` (run it with `-Dupdate=true`); the build fails when
      this list is not the code's.

      | method | path | who |
      | --- | --- | --- |
      """;

  @Test
  void everyEndpointDeclaresItsCallersAndIsListed() throws IOException {
    var undeclared = new ArrayList<String>();
    var lines = new TreeSet<String>();
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.earshot.server");
    for (var resource : classes) {
      if (resource.isAnnotatedWith(Path.class)) {
        for (var method : resource.getMethods()) {
          for (var verb : verbs(method)) {
            var who = callers(method);
            if (who.isEmpty()) {
              undeclared.add(method.getFullName());
            }
            lines.add("| %s | `%s` | %s |".formatted(verb, path(method), who));
          }
        }
      }
    }
    assertEquals(List.of(), undeclared, "Endpoints that do not say who may call them");
    assertTrue(lines.size() > 10, "Found no endpoints");
    var expected =
        HEAD
            + String.join(
                "\n",
                lines.stream()
                    .sorted(
                        java.util.Comparator.comparing(line -> line.substring(line.indexOf(96))))
                    .toList())
            + "\n";
    var file =
        java.nio.file.Path.of(System.getProperty("earshot.root")).resolve("docs/endpoints.md");
    if (Boolean.getBoolean("update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertEquals(Files.readString(file), expected, "Run this test with -Dupdate=true");
  }

  private static List<String> verbs(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType())
        .filter(type -> type.isAnnotatedWith(HttpMethod.class))
        .map(type -> type.getAnnotationOfType(HttpMethod.class).value())
        .toList();
  }

  private static String path(JavaMethod method) {
    var whole =
        "/"
            + method.getOwner().getAnnotationOfType(Path.class).value()
            + (method.isAnnotatedWith(Path.class)
                ? "/" + method.getAnnotationOfType(Path.class).value()
                : "");
    var tidy = whole.replaceAll("/+", "/");
    return tidy.length() > 1 ? tidy.replaceAll("/$", "") : tidy;
  }

  private static String callers(JavaMethod method) {
    if (method.isAnnotatedWith(RolesAllowed.class)) {
      var roles = method.getAnnotationOfType(RolesAllowed.class).value();
      return String.join(", ", Arrays.stream(roles).sorted().toList());
    }
    if (method.isAnnotatedWith(Authenticated.class)) {
      return "all staff";
    }
    return method.isAnnotatedWith(PermitAll.class) ? "everybody" : "";
  }
}
