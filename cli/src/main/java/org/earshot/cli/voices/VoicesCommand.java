package org.earshot.cli.voices;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.earshot.cli.FailedException;
import org.earshot.cli.InputFile;
import org.earshot.cli.Progress;
import org.earshot.cli.WrongInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `earshot import voices`.
@Command(
    name = "voices",
    description = {
      "Imports voices from a CSV file (header row, UTF-8) or a JSON lines file (.jsonl, .ndjson),"
          + " gzipped or not, through the running server.",
      "Rows that cannot be used are written to FILE.rejects.csv with their line and the reason."
          + " Running again is safe: a voice is known by its id within the source."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The file was imported; look at the rejects",
      "1:The server stopped it; run again to go on",
      "2:The arguments or the file are wrong"
    })
final class VoicesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private String file = "";

  @Option(
      names = "--source",
      required = true,
      paramLabel = "NAME",
      description = "Where the voices come from, for example hotline-2025.")
  private String source = "";

  @Option(
      names = "--text",
      paramLabel = "COL",
      description = "What was said. Without it: text, message, words or body.")
  private @Nullable String text;

  @Option(
      names = "--at",
      paramLabel = "COL",
      description =
          "When: ISO 8601 (UTC if it names no zone) or milliseconds since 1970. Without it: at or"
              + " timestamp.")
  private @Nullable String at;

  @Option(
      names = "--language",
      paramLabel = "COL",
      description = "In which language. Without it: language or lang.")
  private @Nullable String language;

  @Option(names = "--area", paramLabel = "COL", description = "About where. Without it: area.")
  private @Nullable String area;

  @Option(
      names = "--id",
      paramLabel = "COL",
      description = "What tells voices apart. Without it: id, or else a hash of the row.")
  private @Nullable String id;

  @Option(
      names = "--channel",
      defaultValue = "import",
      paramLabel = "NAME",
      description = "How the voices reached you (default: ${DEFAULT-VALUE}).")
  private String channel = "import";

  @Option(
      names = "--receipts",
      paramLabel = "FILE",
      description = "Writes the receipt codes there, for its owner's eyes only.")
  private @Nullable Path receipts;

  @Option(names = "--history", description = "Past voices: they create no debt of an answer.")
  private boolean history;

  @Option(
      names = "--server",
      defaultValue = "http://127.0.0.1:8080",
      paramLabel = "URL",
      description = "The running server (default: ${DEFAULT-VALUE}).")
  private URI server = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The operator's token. Without it: operator.token in the data directory.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--data",
      defaultValue = "${env:EARSHOT_DATA:-.earshot}",
      paramLabel = "DIR",
      description = "The server's data directory (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".earshot");

  @Option(names = "--retry-pause", hidden = true)
  private Duration retryPause = Duration.ofMillis(500);

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException {
    VoicesImport.requireNew(receipts);
    if (server.getHost() == null) {
      throw new WrongInputException("--server needs an address, not %s.".formatted(server));
    }
    String token = token();
    try (var input = InputFile.open(file);
        var importServer = new ImportServer(server, token, retryPause)) {
      var rows = rows(input);
      var columns =
          Columns.of(
              new Columns.Chosen(text, at, language, area, id), rows.columns(), input.name());
      var terms = new VoicesImport.Terms(source, channel, history);
      try (var run = new VoicesImport(terms, importServer, rejects(), receipts)) {
        String summary = importAll(input, new VoiceReader(rows, columns), run);
        if (command != null) {
          command.commandLine().getErr().println(summary);
        }
      }
    }
    return 0;
  }

  private String importAll(InputFile input, VoiceReader reader, VoicesImport run)
      throws IOException {
    try (var progress = Progress.of("bytes", input.size())) {
      for (var read = next(input, reader, run); read.isPresent(); ) {
        run.add(read.get());
        progress.at(input.bytesRead());
        read = next(input, reader, run);
      }
      run.flush();
      return run.finish();
    } catch (ImportServer.RefusedException e) {
      throw new FailedException("%s%n%s".formatted(e.getMessage(), run.interrupt(receipts)), e);
    }
  }

  private Optional<VoiceReader.Read> next(InputFile input, VoiceReader reader, VoicesImport run)
      throws IOException, ImportServer.RefusedException {
    try {
      return reader.next();
    } catch (IOException e) { // a broken gzip file, a lost disk
      run.flush();
      throw new WrongInputException(
          "%s cannot be read to its end: %s%n%s"
              .formatted(input.name(), e.getMessage(), run.interrupt(receipts)),
          e);
    }
  }

  private Rows rows(InputFile input) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    var lines = new Lines(input.stream());
    try {
      return name.endsWith(".jsonl") || name.endsWith(".ndjson")
          ? new JsonRows(lines, input.name())
          : new CsvRows(lines, input.name());
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(input.name(), e), e);
    }
  }

  private Path rejects() {
    return Path.of((file.equals("-") ? "stdin" : file) + ".rejects.csv");
  }

  private String token() {
    Path path = tokenFile == null ? data.resolve("operator.token") : tokenFile;
    try {
      String token = Files.readString(path).strip();
      if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        throw new WrongInputException("%s does not hold a token.".formatted(path));
      }
      return token;
    } catch (IOException e) {
      throw new WrongInputException(
          "The operator's token cannot be read from %s. Name its file with --token-file, or the"
                  .formatted(path)
              + " server's data directory with --data.",
          e);
    }
  }
}
