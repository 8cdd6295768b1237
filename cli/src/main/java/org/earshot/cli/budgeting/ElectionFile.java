package org.earshot.cli.budgeting;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.earshot.budgeting.Election;
import org.earshot.budgeting.PbFormatException;
import org.earshot.budgeting.PbReader;
import org.earshot.cli.InputFile;
import org.earshot.cli.Progress;
import org.earshot.cli.WrongInputException;

/// An election in a `.pb` file, plain or gzipped.
final class ElectionFile {

  private ElectionFile() {}

  /// Reads a file.
  ///
  /// @param showsProgress whether a bar shows how far it is, on a terminal
  /// @throws WrongInputException naming every fault by file and line
  static Election read(String name, boolean showsProgress) {
    try (var file = InputFile.open(name)) {
      if (!showsProgress) {
        return PbReader.read(file.stream());
      }
      try (var progress = Progress.of(name, file.size())) {
        return PbReader.read(new Watched(file, progress));
      }
    } catch (PbFormatException e) {
      throw new WrongInputException(
          e.faults().stream()
              .map(fault -> name + ", " + fault)
              .collect(Collectors.joining(System.lineSeparator())),
          e);
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /// Moves the progress bar while it is read.
  private static final class Watched extends InputStream {

    private final InputFile file;
    private final Progress progress;

    Watched(InputFile file, Progress progress) {
      this.file = file;
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      return file.stream().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = file.stream().read(bytes, offset, length);
      progress.at(file.bytesRead());
      return read;
    }
  }
}
