package org.earshot.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.earshot.testing.SharedData;

/// The reference data beside the repository, or where EARSHOT_SHARED says. Tests that need it are
/// reported as skipped where it is not.
final class ReferenceData {

  /// The nine real conversations.
  static final List<String> CONVERSATIONS =
      List.of(
          "15-per-hour-seattle",
          "american-assembly.bowling-green",
          "austria-climate.5twd2jsnkf.2022-08-08",
          "bg2050-volunteers",
          "brexit-consensus",
          "canadian-electoral-reform",
          "scoop-hivemind.biodiversity",
          "scoop-hivemind.ubi",
          "vtaiwan.uberx");

  /// The three results of a live Polis server.
  static final List<String> FIXTURES =
      List.of("25ptpt-3gp-no-strict-with-meta", "above-100-ptpts", "below-100-ptpts");

  private ReferenceData() {}

  static Path folder() {
    return SharedData.get("opinion");
  }

  static InputStream open(Path file) {
    try {
      return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Path file) {
    try (var in = open(file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path conversation(String name) {
    return folder().resolve("openData").resolve(name);
  }

  static Votes votes(String conversation) {
    try (var in = open(conversation(conversation).resolve("votes.csv.gz"))) {
      return VoteReader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedVotesException e) {
      throw new IllegalStateException("line " + e.line(), e);
    }
  }

  static Moderation moderation(String conversation) {
    Set<String> out = new HashSet<>();
    try (var in = open(conversation(conversation).resolve("comments.csv.gz"));
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      rows.stream()
          .filter(row -> row.getField("moderated").equals("-1"))
          .forEach(row -> out.add(row.getField("comment-id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Moderation(out, Set.of());
  }
}
