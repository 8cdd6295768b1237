package org.earshot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The running server, as far as a measurement has to prepare itself there.
final class Town {

  private final URI address;
  private final HttpClient client;

  Town(URI address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  HttpRequest page(String path) {
    return request(path).GET().build();
  }

  HttpRequest page(String path, String cookie) {
    return request(path).header("Cookie", cookie).GET().build();
  }

  /// The first address on a page that begins so and goes on with a number.
  String numbered(HttpRequest page, String begins) throws IOException, InterruptedException {
    var html = client.send(page, BodyHandlers.ofString()).body();
    var address =
        Pattern.compile("href=\"(%s[0-9]+)".formatted(Pattern.quote(begins))).matcher(html);
    if (!address.find()) {
      throw new IOException("%s leads to no %s...".formatted(page.uri(), begins));
    }
    return address.group(1);
  }

  /// Signs in; gives the cookie that stands for it.
  String signIn(String login, String password) throws IOException, InterruptedException {
    var answer = post("/login", Map.of("login", login, "password", password));
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .filter(_ -> answer.statusCode() == 303)
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' could not sign in.".formatted(login)));
  }

  /// Says something, as every resident does; gives the path of the receipt.
  String say(String words) throws IOException, InterruptedException {
    var home = client.send(page("/"), BodyHandlers.ofString()).body();
    var form =
        Map.of(
            "words",
            words,
            "stamp",
            hidden(home, "stamp"),
            "key",
            hidden(home, "key"),
            "send",
            "yes");
    var answer = post("/say", form);
    return answer
        .headers()
        .firstValue("Location")
        .map(location -> URI.create(location).getPath())
        .orElseThrow(() -> new IOException("/say answered %d.".formatted(answer.statusCode())));
  }

  private static String hidden(String page, String name) {
    var field = Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(name)).matcher(page);
    return field.find() ? field.group(1) : "";
  }

  private HttpResponse<Void> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).header("Accept-Language", "en");
  }
}
