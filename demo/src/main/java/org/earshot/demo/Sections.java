package org.earshot.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One text file of this module: sections of `key: value` lines, in the order of the file.
final class Sections {

  private final String file;
  private final SequencedMap<String, Section> byName = new LinkedHashMap<>();

  private Sections(String file) {
    this.file = file;
  }

  static Sections read(String file) {
    var sections = new Sections(file);
    try (var in = requireNonNull(Sections.class.getResourceAsStream(file), file)) {
      var section = new Section("", new LinkedHashMap<>());
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("[")) {
          section = new Section(line.substring(1, line.length() - 1), new LinkedHashMap<>());
          if (sections.byName.put(section.name, section) != null) {
            throw new IllegalArgumentException("%s has two %s.".formatted(file, line));
          }
        } else {
          int colon = line.indexOf(": ");
          section
              .lines
              .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
              .add(line.substring(colon + 2).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }

  Section section(String name) {
    var section = byName.get(name);
    if (section == null) {
      throw new IllegalArgumentException("%s has no [%s].".formatted(file, name));
    }
    return section;
  }

  Collection<Section> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /// A named group of lines; a key may come several times.
  record Section(String name, SequencedMap<String, List<String>> lines) {

    String get(String key) {
      return find(key)
          .orElseThrow(() -> new IllegalArgumentException("[%s] has no %s.".formatted(name, key)));
    }

    Optional<String> find(String key) {
      var values = lines.get(key);
      return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    List<String> list(String key) {
      return lines.getOrDefault(key, List.of());
    }

    double number(String key, double otherwise) {
      return find(key).map(Double::parseDouble).orElse(otherwise);
    }
  }
}
