package org.earshot.server.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Five languages, complete: every text that a page or a class names is there in each of them, with
/// the same arguments and the same links.
class MessagesTest {

  private static final Path MAIN = Path.of(System.getProperty("earshot.root"), "server/src/main");

  /// A key as it stands in `say('a.b')`, `text("a.b")` and the like: the bundle's name, a dot, the
  /// rest.
  private static final Pattern KEY =
      Pattern.compile(
          "[\"']((?:%s)\\.[a-z][a-zA-Z0-9_.\\-]*)[\"']"
              .formatted(String.join("|", Messages.BUNDLES)));

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheSameKeys(Language language) {
    assertThat(new TreeSet<>(Messages.texts(language).keySet()))
        .isEqualTo(new TreeSet<>(Messages.texts(Language.EN).keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void everyTextTakesTheSameArgumentsAndHasTheSameLinks(Language language) {
    var wrong = new ArrayList<String>();
    Messages.texts(language)
        .forEach(
            (key, text) -> {
              var english = Messages.texts(Language.EN).getOrDefault(key, "");
              if (!arguments(text).equals(arguments(english))
                  || links(text) != links(english)
                  || text.isBlank()) {
                wrong.add(key + " = " + text);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyKeyThatIsNamedIsThere() throws IOException {
    var missing = new TreeSet<String>();
    for (var file : sources()) {
      for (var key : keysIn(file)) {
        boolean prefix = key.endsWith(".");
        boolean there =
            prefix
                ? Messages.texts(Language.EN).keySet().stream().anyMatch(k -> k.startsWith(key))
                : Messages.has(key);
        if (!there) {
          missing.add(key + " in " + MAIN.relativize(file));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noTextIsLeftThatNobodyNames() throws IOException {
    Set<String> named = new TreeSet<>();
    for (var file : sources()) {
      named.addAll(keysIn(file));
    }
    var prefixes = named.stream().filter(key -> key.endsWith(".")).toList();
    var unused =
        Messages.texts(Language.EN).keySet().stream()
            .filter(key -> !named.contains(key))
            .filter(key -> prefixes.stream().noneMatch(key::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  /// All templates and classes, but for the one whose codes only look like keys.
  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".html") || file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("ActType.java"))
          .toList();
    }
  }

  private static List<String> keysIn(Path file) throws IOException {
    return KEY.matcher(Files.readString(file))
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  private static Set<String> arguments(String text) {
    var arguments = new TreeSet<String>();
    var pattern = new MessagePattern(text);
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
        arguments.add(String.valueOf(part.getValue()));
      }
    }
    return arguments;
  }

  private static int links(String text) {
    return text.contains("[[") && text.contains("]]") ? 1 : 0;
  }
}
