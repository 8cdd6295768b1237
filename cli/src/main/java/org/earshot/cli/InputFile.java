package org.earshot.cli;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// An input as the command line names it: a file, or standard input for `-`; either may be gzipped.
public final class InputFile implements Closeable {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final long size;
  private final Counter counter;
  private final InputStream stream;

  private InputFile(String name, long size, InputStream raw) throws IOException {
    this.name = name;
    this.size = size;
    this.counter = new Counter(raw);
    this.stream = plain(counter);
  }

  /// Opens the input.
  ///
  /// @throws WrongInputException if it is not there or cannot be read
  public static InputFile open(String name) {
    try {
      if (name.equals("-")) {
        return new InputFile("standard input", -1, System.in);
      }
      Path path = Path.of(name);
      return new InputFile(name, Files.size(path), Files.newInputStream(path));
    } catch (NoSuchFileException e) {
      throw new WrongInputException("There is no file %s.".formatted(name), e);
    } catch (IOException e) {
      throw new WrongInputException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /// What to call the input in messages.
  public String name() {
    return name;
  }

  /// The input's bytes, unzipped.
  public InputStream stream() {
    return stream;
  }

  /// How many bytes the file has, zipped or not; -1 if that is not known.
  public long size() {
    return size;
  }

  /// How many of the file's bytes have been read.
  public long bytesRead() {
    return counter.count;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private static InputStream plain(InputStream raw) throws IOException {
    var buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC
        ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER)
        : buffered;
  }

  private static final class Counter extends FilterInputStream {

    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
