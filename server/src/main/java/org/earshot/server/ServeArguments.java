package org.earshot.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The arguments of `serve` and `demo`, as `earshot` passes them on.
///
/// @param dataDirectory where keys, the operator's token and the embedded database live
/// @param settings configuration keys and values that the arguments stand for
record ServeArguments(Path dataDirectory, Map<String, String> settings) {

  ServeArguments {
    settings = Map.copyOf(settings);
  }

  static ServeArguments parse(String... args) {
    var data = System.getenv().getOrDefault("EARSHOT_DATA", ".earshot");
    var settings = new LinkedHashMap<String, String>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "serve" -> {}
        case "demo", "--demo" -> settings.put("earshot.demo", "true");
        case "--data" -> data = value(args, ++i);
        case "--host" -> settings.put("quarkus.http.host", value(args, ++i));
        case "--port" -> settings.put("quarkus.http.port", port(value(args, ++i)));
        case "--scale" -> settings.put("earshot.demo.scale", scale(value(args, ++i)));
        default ->
            throw new IllegalArgumentException(
                "'%s' is not an option of serve.\nMaybe you meant --port, --data, --host, --demo or --scale."
                    .formatted(args[i]));
      }
    }
    var directory = Path.of(data).toAbsolutePath().normalize();
    settings.put("earshot.data", directory.toString());
    return new ServeArguments(directory, settings);
  }

  private static String value(String[] args, int index) {
    if (index >= args.length) {
      throw new IllegalArgumentException("%s needs a value.".formatted(args[index - 1]));
    }
    return args[index];
  }

  private static String port(String value) {
    return number(value, "--port", 1, 65_535);
  }

  private static String scale(String value) {
    return number(value, "--scale", 1, 100);
  }

  private static String number(String value, String name, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from %d to %d, but is '%s'."
            .formatted(name, least, most, value));
  }
}
