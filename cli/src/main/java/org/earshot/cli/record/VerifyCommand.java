package org.earshot.cli.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.earshot.cli.FailedException;
import org.earshot.cli.Progress;
import org.earshot.cli.WrongInputException;
import org.earshot.record.Checkpoint;
import org.earshot.record.LogCheck;
import org.earshot.record.LogSource;
import org.earshot.record.LogVerifier;
import org.earshot.record.NoteVerifier;
import org.earshot.record.ReceiptProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `earshot record verify`: trusts the verifier key and nothing else.
@Command(
    name = "verify",
    description = {
      "Checks a receipt, a copy of the record or the record of a server.",
      "A receipt is checked without any network. A copy or a server is checked whole: every entry,"
          + " every tile and the signed root."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:All is as it should be", "1:It is not", "2:The arguments are wrong"})
final class VerifyCommand implements Callable<Integer> {

  static final class What {
    @Option(names = "--receipt", paramLabel = "FILE", description = "A receipt file.")
    @Nullable Path receipt;

    @Option(names = "--mirror", paramLabel = "DIR", description = "A copy of the record.")
    @Nullable Path mirror;

    @Option(names = "--server", paramLabel = "URL", description = "The record's address.")
    @Nullable URI server;
  }

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "VERIFIER_KEY",
      description = "The record's verifier key, as the body has published it.")
  private String key = "";

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description =
          "An older checkpoint, or a receipt: checks also that the record still begins as it did"
              + " then.")
  private @Nullable Path since;

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException {
    NoteVerifier verifier;
    try {
      verifier = NoteVerifier.parse(key);
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("--key: " + e.getMessage(), e);
    }
    String found;
    if (what.receipt != null) {
      if (since != null) {
        throw new WrongInputException(
            "--since needs the whole record: use it with --mirror or --server.");
      }
      found = checkReceipt(what.receipt, verifier);
    } else if (what.mirror != null) {
      if (!Files.isDirectory(what.mirror)) {
        throw new WrongInputException("--mirror: there is no directory %s.".formatted(what.mirror));
      }
      found = checkLog(new DirectorySource(what.mirror), verifier);
    } else {
      try (var source = new ServerSource(server(what.server), Duration.ofMillis(500))) {
        found = checkLog(source, verifier);
      }
    }
    if (command != null) {
      PrintWriter out = command.commandLine().getOut();
      out.println(found);
      out.flush();
    }
    return 0;
  }

  static URI server(@Nullable URI address) {
    if (address == null || address.getHost() == null || address.getScheme() == null) {
      throw new WrongInputException(
          "--server needs an address such as https://record.example.org, not %s."
              .formatted(address));
    }
    return address;
  }

  private static String checkReceipt(Path file, NoteVerifier verifier) {
    var receipt = ReceiptFile.read(readAll(file), file.toString());
    return switch (receipt.check(verifier)) {
      case ReceiptProof.Check.Refuted(var reason) ->
          throw new FailedException("The receipt %s proves nothing. %s".formatted(file, reason));
      case ReceiptProof.Check.Proven(var entry, var checkpoint) ->
          "ok: entry %d of %d in %s, \"%s\" at %s"
              .formatted(
                  receipt.index(),
                  checkpoint.size(),
                  checkpoint.origin(),
                  entry.type(),
                  entry.minute());
    };
  }

  private String checkLog(LogSource source, NoteVerifier verifier) {
    try (var progress = Progress.of("entries", -1)) {
      var log = new LogVerifier(source, verifier, progress::at);
      return describe(since == null ? log.check() : log.checkSince(olderCheckpoint(since)));
    } catch (IOException e) {
      throw new FailedException("The record could not be read. " + e.getMessage(), e);
    }
  }

  private static byte[] olderCheckpoint(Path file) {
    byte[] bytes = readAll(file);
    return ReceiptFile.looksLikeOne(bytes)
        ? ReceiptFile.read(bytes, file.toString()).checkpoint().getBytes(UTF_8)
        : bytes;
  }

  private static byte[] readAll(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static String describe(LogCheck found) {
    return switch (found) {
      case LogCheck.Sound(Checkpoint checkpoint) ->
          "ok: %d entries in %s, root %s"
              .formatted(checkpoint.size(), checkpoint.origin(), checkpoint.root().base64());
      case LogCheck.CheckpointRefused(var reason) ->
          throw new FailedException("The checkpoint cannot be relied on. " + reason);
      case LogCheck.OlderCheckpointRefused(var reason) ->
          throw new FailedException("The checkpoint of --since cannot be relied on. " + reason);
      case LogCheck.FileDamaged(var path, long first, var reason) ->
          throw new FailedException(
              "%s (from entry %d) is damaged. %s".formatted(path, first, reason));
      case LogCheck.TileDiffers(var path, int position, long entry) ->
          throw new FailedException(
              "Hash %d of %s is not that of the entries from %d on: one of them was changed."
                  .formatted(position, path, entry));
      case LogCheck.RootDiffers(var signed, var computed) ->
          throw new FailedException(
              "The entries have the root %s, but the signed one at %d entries is %s."
                  .formatted(computed.base64(), signed.size(), signed.root().base64()));
      case LogCheck.HistoryRewritten(_, _, var reason) ->
          throw new FailedException(
              "The history of the record was rewritten. %s Keep both checkpoints: they are proof."
                  .formatted(reason));
    };
  }
}
