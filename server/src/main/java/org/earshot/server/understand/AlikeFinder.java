package org.earshot.server.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Finds texts that look alike. Each text is a vector of its words, weighted by how rare they are
/// (TF-IDF with binary counts); a text joins the first group whose oldest text points nearly the
/// same way (cosine). The same texts in the same order give the same groups.
///
/// - **Cost:** one pass; each text is compared only with group leaders that share a rare word.
/// - **Source:** Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988;
///   leader clustering: Hartigan, "Clustering Algorithms", 1975, chapter 3.
final class AlikeFinder {

  /// A text with its stemmed words.
  record Text(UUID voice, String language, String words, List<String> lexemes) {

    Text {
      lexemes = List.copyOf(lexemes);
    }
  }

  /// Texts that look alike.
  record Group(String label, List<UUID> voices) {

    Group {
      voices = List.copyOf(voices);
    }
  }

  private static final int SMALLEST_GROUP = 3;
  private static final double ALIKE = 0.3;
  private static final int LABEL_WORDS = 3;

  private record Vector(Text text, Map<String, Double> weights) {}

  private final Map<String, Integer> documents = new HashMap<>();
  private final int size;

  private AlikeFinder(List<Text> texts) {
    this.size = texts.size();
    for (var text : texts) {
      terms(text).forEach(term -> documents.merge(term, 1, Integer::sum));
    }
  }

  /// The groups of at least three, largest first.
  ///
  /// @param texts oldest first
  static List<Group> find(List<Text> texts) {
    return new AlikeFinder(texts).groups(texts);
  }

  private List<Group> groups(List<Text> texts) {
    var groups = new ArrayList<List<Vector>>();
    Map<String, List<Integer>> leadersByTerm = new HashMap<>();
    for (var text : texts) {
      var vector = vector(text);
      int group = nearest(vector, groups, leadersByTerm);
      if (group >= 0) {
        groups.get(group).add(vector);
      } else if (!vector.weights().isEmpty()) {
        var fresh = new ArrayList<Vector>();
        fresh.add(vector);
        groups.add(fresh);
        for (var term : vector.weights().keySet()) {
          leadersByTerm.computeIfAbsent(term, _ -> new ArrayList<>()).add(groups.size() - 1);
        }
      }
    }
    return groups.stream()
        .filter(group -> group.size() >= SMALLEST_GROUP)
        .sorted(Comparator.comparingInt((List<Vector> group) -> group.size()).reversed())
        .map(
            group ->
                new Group(label(group), group.stream().map(one -> one.text().voice()).toList()))
        .toList();
  }

  private static int nearest(
      Vector vector, List<List<Vector>> groups, Map<String, List<Integer>> leadersByTerm) {
    Set<Integer> candidates = new HashSet<>();
    for (var term : vector.weights().keySet()) {
      candidates.addAll(leadersByTerm.getOrDefault(term, List.of()));
    }
    int best = -1;
    double bestCosine = ALIKE;
    for (int candidate : candidates.stream().sorted().toList()) {
      double cosine = cosine(vector, groups.get(candidate).getFirst());
      if (cosine > bestCosine) {
        best = candidate;
        bestCosine = cosine;
      }
    }
    return best;
  }

  private static double cosine(Vector one, Vector other) {
    double sum = 0;
    for (var weight : one.weights().entrySet()) {
      sum += weight.getValue() * other.weights().getOrDefault(weight.getKey(), 0.0);
    }
    return sum;
  }

  /// Weights of length one. A word that a tenth of all texts use says nothing; nor does one that
  /// nobody else uses.
  private Vector vector(Text text) {
    var weights = new LinkedHashMap<String, Double>();
    double squares = 0;
    int most = Math.max(20, size / 10);
    for (var term : terms(text)) {
      int count = documents.getOrDefault(term, 0);
      if (count >= 2 && count <= most) {
        double weight = Math.log((double) (size + 1) / count);
        weights.put(term, weight);
        squares += weight * weight;
      }
    }
    double length = Math.sqrt(squares);
    weights.replaceAll((_, weight) -> weight / length);
    return new Vector(text, weights);
  }

  /// Words of different languages never meet.
  private static Set<String> terms(Text text) {
    var terms = new HashSet<String>();
    for (var lexeme : text.lexemes()) {
      if (lexeme.length() > 2 || lexeme.codePoints().anyMatch(character -> character > 127)) {
        terms.add(text.language() + ' ' + lexeme);
      }
    }
    return terms;
  }

  /// The heaviest words that most of the group share, as people wrote them.
  private static String label(List<Vector> group) {
    var weights = new HashMap<String, Double>();
    for (var vector : group) {
      vector.weights().forEach((term, weight) -> weights.merge(term, weight, Double::sum));
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(LABEL_WORDS)
        .map(entry -> written(entry.getKey().substring(entry.getKey().indexOf(' ') + 1), group))
        .distinct()
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  /// The most frequent word of the group that begins like the stem.
  private static String written(String stem, List<Vector> group) {
    var counts = new HashMap<String, Integer>();
    var start =
        stem.substring(
            0, stem.offsetByCodePoints(0, Math.max(1, stem.codePointCount(0, stem.length()) - 1)));
    for (var vector : group) {
      for (var word :
          vector.text().words().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
        if (word.startsWith(start) && word.length() <= stem.length() + 4) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(stem);
  }
}
