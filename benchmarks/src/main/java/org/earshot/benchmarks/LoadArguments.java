package org.earshot.benchmarks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/// What `earshot bench pages` was asked to do. Bounded, and for this machine only: it is a
/// measurement, and must not serve to overload somebody else's server.
///
/// @param address a loopback address
/// @param requests timed requests a page
/// @param concurrency requests on the way at the same time
/// @param warmUp how long each page is asked for before the clock runs
/// @param login who asks for the pages of staff; none are timed when it is empty
record LoadArguments(
    URI address, int requests, int concurrency, Duration warmUp, String login, String password) {

  static LoadArguments parse(String... args) {
    var address = URI.create("http://127.0.0.1:8080");
    int requests = 1_000;
    int concurrency = 8;
    var warmUp = Duration.ofSeconds(8);
    var login = "";
    var password = "";
    for (int i = 0; i < args.length; i += 2) {
      var value = value(args, i);
      switch (args[i]) {
        case "--url" -> address = loopback(value);
        case "--requests" -> requests = number(args[i], value, 1, 100_000);
        case "--concurrency" -> concurrency = number(args[i], value, 1, 64);
        case "--warmup-seconds" -> warmUp = Duration.ofSeconds(number(args[i], value, 0, 60));
        case "--login" -> login = value;
        case "--password" -> password = value;
        default ->
            throw new IllegalArgumentException(
                "'%s' is not an option.\nMaybe you meant --url, --requests, --concurrency, --warmup-seconds, --login or --password."
                    .formatted(args[i]));
      }
    }
    return new LoadArguments(address, requests, concurrency, warmUp, login, password);
  }

  private static String value(String[] args, int option) {
    if (option + 1 >= args.length) {
      throw new IllegalArgumentException("%s needs a value.".formatted(args[option]));
    }
    return args[option + 1];
  }

  private static URI loopback(String value) {
    try {
      var address = URI.create(value);
      if ("http".equals(address.getScheme())
          && address.getHost() != null
          && InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        return address;
      }
    } catch (UnknownHostException e) {
      // falls through to the one message
    }
    throw new IllegalArgumentException(
        "--url must be a server on this machine, such as http://127.0.0.1:8080, but is '%s'."
            .formatted(value));
  }

  private static int number(String option, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from %d to %d, but is '%s'."
            .formatted(option, least, most, value));
  }
}
