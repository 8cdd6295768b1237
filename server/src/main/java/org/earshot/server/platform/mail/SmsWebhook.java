package org.earshot.server.platform.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Hands text messages to a provider: one POST with a JSON object of "id", "to" and "text" each.
/// The provider answers 2xx when it took the message, and 400, 404, 410 or 422 when it never will.
final class SmsWebhook implements Carrier {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<Integer> NEVER = Set.of(400, 404, 410, 422);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;
  private final String token;

  SmsWebhook(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  @Override
  public SendResult carry(StoredMessage stored) {
    try {
      var response = client.send(request(stored), HttpResponse.BodyHandlers.discarding());
      int status = response.statusCode();
      if (status >= 200 && status < 300) {
        return new SendResult.Sent();
      }
      return NEVER.contains(status)
          ? new SendResult.Refused("The SMS provider answered " + status)
          : new SendResult.Later("The SMS provider answered " + status);
    } catch (IOException e) {
      return new SendResult.Later("The SMS provider was not reached: " + e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendResult.Later("The server was stopping.");
    }
  }

  private HttpRequest request(StoredMessage stored) throws JsonProcessingException {
    var message = stored.message();
    var body =
        JSON.writeValueAsString(
            Map.of("id", "earshot-" + stored.id(), "to", message.to(), "text", message.text()));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }
}
