package org.earshot.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.earshot.demo.Community;
import org.earshot.testing.SharedData;

/// Voices to import: real comments and messages where the data lie beside the repository, and those
/// of the demo town where they do not.
///
/// @param file a file that the command line imports
/// @param columns the options that say what its columns mean
/// @param needs words that many of its voices share, with what these people need
record RealVoices(Path file, List<String> columns, List<NeedInWords> needs) {

  record NeedInWords(String word, String title) {}

  private static final String COMMENTS =
      "opinion/openData/american-assembly.bowling-green/comments.csv.gz";
  private static final String MESSAGES = "equity/needs_messages/disaster_response_validation.csv";

  /// What a town in Kentucky said about itself, and what people asked for after disasters.
  static List<RealVoices> find(Path folder) throws IOException {
    var comments = SharedData.find(COMMENTS);
    var messages = SharedData.find(MESSAGES);
    if (comments.isEmpty() || messages.isEmpty()) {
      return List.of(ofTheDemoTown(folder));
    }
    return List.of(
        new RealVoices(
            comments.get(),
            List.of("--text", "comment-body", "--at", "timestamp", "--id", "comment-id"),
            List.of(
                new NeedInWords("traffic", "Less traffic"),
                new NeedInWords("school", "Better schools"))),
        new RealVoices(
            messages.get(),
            List.of("--text", "message", "--id", "id"),
            List.of(new NeedInWords("water", "Drinking water"), new NeedInWords("food", "Food"))));
  }

  private static RealVoices ofTheDemoTown(Path folder) throws IOException {
    var lines = new StringBuilder("id,at,text\n");
    Community.of(7, LocalDate.of(2026, 11, 20), 1)
        .histories()
        .limit(5_000)
        .map(history -> history.voice())
        .filter(voice -> voice.language().equals("en"))
        .forEach(
            voice ->
                lines.append(
                    "%d,%s,\"%s\"%n"
                        .formatted(
                            voice.id(), voice.saidAt(), voice.words().replace("\"", "\"\""))));
    var file = Files.writeString(folder.resolve("demo-voices.csv"), lines, UTF_8);
    return new RealVoices(
        file,
        List.of(),
        List.of(
            new NeedInWords("bus", "Buses that come"),
            new NeedInWords("street", "Streets in order"),
            new NeedInWords("bin", "Bins emptied"),
            new NeedInWords("rent", "Rents")));
  }
}
