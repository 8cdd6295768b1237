package org.earshot.server.platform.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/// What somebody filled in: texts without space around them, and files. A field that was not sent
/// is empty.
public final class Form {

  private static final Form EMPTY = new Form(Map.of(), Map.of());

  private final Map<String, List<String>> texts;
  private final Map<String, byte[]> files;

  private Form(Map<String, List<String>> texts, Map<String, byte[]> files) {
    this.texts = texts;
    this.files = files;
  }

  /// A form that nobody has filled in yet.
  public static Form empty() {
    return EMPTY;
  }

  public static Form of(MultivaluedMap<String, String> sent) {
    return of((Map<String, List<String>>) sent);
  }

  /// A form as if filled in like this; for pages that show what is stored.
  public static Form of(Map<String, List<String>> fields) {
    var texts = new TreeMap<String, List<String>>();
    fields.forEach((name, values) -> texts.put(name, values.stream().map(Form::clean).toList()));
    return new Form(texts, Map.of());
  }

  public static Form of(MultipartFormDataInput sent) {
    var texts = new TreeMap<String, List<String>>();
    var files = new TreeMap<String, byte[]>();
    sent.getValues()
        .forEach(
            (name, values) -> {
              var these = new ArrayList<String>();
              for (FormValue value : values) {
                if (value.isFileItem()) {
                  var bytes = read(value);
                  if (bytes.length > 0) {
                    files.put(name, bytes);
                  }
                } else {
                  these.add(clean(value.getValue()));
                }
              }
              texts.put(name, these);
            });
    return new Form(texts, files);
  }

  private static byte[] read(FormValue value) {
    try (InputStream stream = value.getFileItem().getInputStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String clean(String text) {
    return text.replace("\r\n", "\n").replace("\0", "").strip();
  }

  public String text(String name) {
    var values = texts.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  public List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  /// The value at a place in a column of equal fields.
  public String text(String name, int index) {
    var values = texts.getOrDefault(name, List.of());
    return index < values.size() ? values.get(index) : "";
  }

  public boolean has(String name) {
    return texts.containsKey(name);
  }

  public boolean has(String name, String value) {
    return texts.getOrDefault(name, List.of()).contains(value);
  }

  /// An uploaded file that is not empty.
  public Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// The lines of a text that are not blank.
  public List<String> lines(String name) {
    return text(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
