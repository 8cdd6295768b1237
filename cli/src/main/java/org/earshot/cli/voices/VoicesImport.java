package org.earshot.cli.voices;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earshot.cli.WholeFile;
import org.earshot.cli.WrongInputException;
import org.earshot.cli.voices.ImportServer.Batch;
import org.earshot.cli.voices.ImportServer.RefusedException;
import org.earshot.cli.voices.ImportServer.Result;
import org.jspecify.annotations.Nullable;

/// One import from the first row to the last: sends voices in batches and keeps the rejects and the
/// receipts.
final class VoicesImport implements AutoCloseable {

  private static final int LARGEST_BATCH = 500;
  private static final int LARGEST_BATCH_CHARS = 1_000_000;

  /// What the whole batch shares.
  record Terms(String source, String channel, boolean history) {}

  private final Terms terms;
  private final ImportServer server;
  private final Path rejectsPath;
  private final WholeFile rejectsFile;
  private final CsvWriter rejects;
  private final @Nullable WholeFile receiptsFile;
  private final @Nullable CsvWriter receipts;
  private final List<Voice> waiting = new ArrayList<>();
  private int waitingChars;
  private long lastLine;
  private long created;
  private long known;
  private long rejected;

  VoicesImport(Terms terms, ImportServer server, Path rejectsPath, @Nullable Path receiptsPath)
      throws IOException {
    this.terms = terms;
    this.server = server;
    this.rejectsPath = rejectsPath;
    this.rejectsFile = WholeFile.ownerOnly(rejectsPath);
    this.rejects = csv(rejectsFile, "line", "reason", "row");
    this.receiptsFile = receiptsPath == null ? null : WholeFile.ownerOnly(receiptsPath);
    this.receipts = receiptsFile == null ? null : csv(receiptsFile, "id", "publicNumber", "code");
  }

  void add(VoiceReader.Read read) throws IOException, RefusedException {
    switch (read) {
      case VoiceReader.Read.Rejected(var reject) -> write(reject);
      case VoiceReader.Read.Heard(var voice) -> {
        if (waitingChars + voice.words().length() > LARGEST_BATCH_CHARS) {
          flush();
        }
        waiting.add(voice);
        waitingChars += voice.words().length();
        if (waiting.size() == LARGEST_BATCH) {
          flush();
        }
      }
    }
  }

  /// Sends what waits to be sent.
  void flush() throws IOException, RefusedException {
    if (waiting.isEmpty()) {
      return;
    }
    var batch = new Batch(terms.source, terms.channel, terms.history, List.copyOf(waiting));
    List<Result> results = server.send(batch);
    for (int i = 0; i < results.size(); i++) {
      take(batch.voices().get(i), results.get(i));
    }
    lastLine = waiting.getLast().line();
    waiting.clear();
    waitingChars = 0;
  }

  private void take(Voice voice, Result result) throws RefusedException {
    switch (result.outcome()) {
      case "created" -> created++;
      case "known" -> known++;
      case "rejected" -> {
        String reason = result.reason() == null ? "refused by the server" : result.reason();
        write(new Reject(voice.line(), reason, voice.raw()));
        return;
      }
      default ->
          throw new RefusedException(
              "The server answered with an outcome that this version does not know: %s."
                  .formatted(result.outcome()));
    }
    if (receipts != null && result.code() != null) {
      String number = result.publicNumber() == null ? "" : result.publicNumber().toString();
      receipts.writeRecord(voice.id(), number, result.code());
    }
  }

  private void write(Reject reject) {
    rejected++;
    rejects.writeRecord(Long.toString(reject.line()), reject.reason(), reject.raw());
  }

  /// Gives the rejects and receipts their names; says what was done.
  String finish() throws IOException {
    flushFiles();
    String where = "";
    if (rejected > 0) {
      rejectsFile.keep();
      where = ", see " + rejectsPath;
    } else {
      Files.deleteIfExists(rejectsPath); // of an earlier run of the same file
    }
    if (receiptsFile != null) {
      receiptsFile.keep();
    }
    return "%d created, %d already known, %d rejected%s".formatted(created, known, rejected, where);
  }

  /// Keeps the receipts that there are, under another name; says how far the import came.
  String interrupt(@Nullable Path receiptsPath) throws IOException {
    flushFiles();
    String kept = "";
    if (receiptsFile != null && receiptsPath != null) {
      Path incomplete = receiptsPath.resolveSibling(receiptsPath.getFileName() + ".incomplete");
      receiptsFile.keepAs(incomplete);
      kept = " The receipts so far are in %s.".formatted(incomplete);
    }
    return ("Stopped after line %d: %d created, %d already known.%s%n"
            + "Run the same command again to go on; nothing will be doubled.")
        .formatted(lastLine, created, known, kept);
  }

  private void flushFiles() throws IOException {
    rejects.flush();
    if (receipts != null) {
      receipts.flush();
    }
  }

  @Override
  public void close() throws IOException {
    rejectsFile.close();
    if (receiptsFile != null) {
      receiptsFile.close();
    }
  }

  private static CsvWriter csv(WholeFile file, String... header) {
    return CsvWriter.builder().build(file.writer()).writeRecord(header);
  }

  static void requireNew(@Nullable Path receipts) {
    if (receipts != null && Files.exists(receipts)) {
      throw new WrongInputException(
          "--receipts: %s exists, and codes in it may exist nowhere else. Name another file."
              .formatted(receipts));
    }
  }
}
