package org.earshot.cli.opinion;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earshot.cli.InputFile;
import org.earshot.cli.WrongInputException;
import org.earshot.opinion.MalformedVotesException;
import org.earshot.opinion.Moderation;
import org.earshot.opinion.ShownStatements;
import org.earshot.opinion.VoteReader;
import org.earshot.opinion.Votes;

/// Reads the files of `earshot opinion`.
final class OpinionInput {

  private OpinionInput() {}

  /// What the file of statements says.
  ///
  /// @param texts by statement id, where the file has them
  record Comments(Moderation moderation, Map<String, String> texts) {
    static final Comments NONE = new Comments(Moderation.NONE, Map.of());
  }

  static Votes votes(String file) {
    try (var input = InputFile.open(file)) {
      try {
        return VoteReader.read(input.stream());
      } catch (MalformedVotesException e) {
        throw new WrongInputException(
            "%s, line %d: %s".formatted(input.name(), e.line(), e.getMessage()), e);
      }
    } catch (IOException e) {
      throw new WrongInputException(
          "%s cannot be read: %s. Is the file whole?".formatted(file, e.getMessage()), e);
    }
  }

  /// `comment-id`, `moderated` and, if there, `is-meta` and `comment-body`. A statement that is
  /// moderated out or about the conversation itself takes no part in the map.
  static Comments comments(String file) {
    Set<String> seen = new HashSet<>();
    Set<String> out = new HashSet<>();
    Set<String> meta = new HashSet<>();
    Map<String, String> texts = new HashMap<>();
    HeadedRows.read(
        file,
        List.of("comment-id", "moderated"),
        row -> {
          var id = row.text("comment-id");
          if (id.isEmpty() || !seen.add(id)) {
            throw row.wrong("comment-id", "there, and once in the file");
          }
          if (isOut(row)) {
            out.add(id);
          }
          if (isMeta(row)) {
            out.add(id);
            meta.add(id);
          }
          texts.put(id, row.text("comment-body").strip());
        });
    return new Comments(new Moderation(out, meta), texts);
  }

  private static boolean isOut(HeadedRows row) {
    return switch (row.text("moderated").strip()) {
      case "-1" -> true;
      case "0", "1" -> false;
      default -> throw row.wrong("moderated", "-1 (out), 0 or 1");
    };
  }

  private static boolean isMeta(HeadedRows row) {
    return switch (row.text("is-meta").strip()) {
      case "true", "True", "TRUE", "1" -> true;
      case "", "false", "False", "FALSE", "0" -> false;
      default -> throw row.wrong("is-meta", "true or false");
    };
  }

  /// `id` and `weight`, for every voter; others are left aside.
  static double[] weights(String file, Votes votes) {
    var numbers = numbers(votes.people());
    var weights = new double[numbers.size()];
    Arrays.fill(weights, Double.NaN);
    HeadedRows.read(
        file,
        List.of("id", "weight"),
        row -> {
          double weight = row.amount("weight");
          Integer person = numbers.get(row.text("id"));
          if (person != null) {
            if (!Double.isNaN(weights[person])) {
              throw row.wrong("id", "once in the file");
            }
            weights[person] = weight;
          }
        });
    for (int i = 0; i < weights.length; i++) {
      if (Double.isNaN(weights[i])) {
        throw new WrongInputException(
            "%s: voter '%s' has no weight. Give every voter one; 0 leaves a voter aside."
                .formatted(file, HeadedRows.shortened(votes.people().get(i))));
      }
    }
    return weights;
  }

  /// `voter-id`, `comment-id` and `chance`, in the order in which statements were shown.
  static ShownStatements shown(String file) {
    var log = new ShownStatements();
    HeadedRows.read(
        file,
        List.of("voter-id", "comment-id", "chance"),
        row -> {
          double chance = row.amount("chance");
          if (chance < Double.MIN_NORMAL || chance > 1) {
            throw row.wrong("chance", "above 0 and at most 1");
          }
          log.add(row.text("voter-id"), row.text("comment-id"), chance);
        });
    return log;
  }

  private static Map<String, Integer> numbers(List<String> ids) {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < ids.size(); i++) {
      numbers.put(ids.get(i), i);
    }
    return numbers;
  }
}
