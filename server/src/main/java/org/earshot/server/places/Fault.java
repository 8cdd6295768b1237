package org.earshot.server.places;

import java.util.List;
import org.earshot.server.platform.i18n.Reader;

/// What is wrong with a file, as a text by key: it names the line or feature, and the field.
public record Fault(String key, List<Object> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(String key, Object... arguments) {
    return new Fault("places.fault." + key, List.of(arguments));
  }

  public String in(Reader reader) {
    return reader.text(key, arguments.toArray());
  }
}
