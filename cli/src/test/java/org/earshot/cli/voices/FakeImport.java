package org.earshot.cli.voices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.earshot.cli.FakeServer;

/// Takes voices in as Earshot's server would, and can fail like one.
final class FakeImport implements AutoCloseable {

  static final String TOKEN = "the-operators-token";

  final Map<String, JsonNode> voices = Collections.synchronizedMap(new LinkedHashMap<>());
  final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger failuresToCome = new AtomicInteger();
  final AtomicInteger answersToLose = new AtomicInteger();
  volatile int batchesUntilDeath = Integer.MAX_VALUE;

  private final JsonMapper json = new JsonMapper();
  private final FakeServer server = new FakeServer(this::answer);

  String address() {
    return server.address();
  }

  private FakeServer.Response answer(HttpExchange exchange, byte[] body) throws IOException {
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new FakeServer.Response(401, new byte[0]);
    }
    if (requests.size() >= batchesUntilDeath || failuresToCome.getAndDecrement() > 0) {
      return new FakeServer.Response(503, new byte[0]);
    }
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals("/api/import/voices")) {
      return new FakeServer.Response(404, new byte[0]);
    }
    JsonNode request = json.readTree(body);
    if (request.path("voices").size() > 500) {
      return new FakeServer.Response(413, new byte[0]);
    }
    requests.add(request);
    var results = json.createArrayNode();
    for (JsonNode voice : request.path("voices")) {
      String id = voice.path("id").asText();
      var result = results.addObject().put("id", id);
      if (voice.path("words").asText().contains("refuse me")) {
        result.put("outcome", "rejected").put("reason", "refused, as it asked");
      } else {
        boolean isNew = voices.putIfAbsent(id, voice) == null;
        result
            .put("outcome", isNew ? "created" : "known")
            .put("code", "CODE" + id)
            .put("publicNumber", 1000 + List.copyOf(voices.keySet()).indexOf(id));
      }
    }
    if (answersToLose.getAndDecrement() > 0) {
      return new FakeServer.Response(502, new byte[0]); // after the work was done
    }
    var answer = json.createObjectNode();
    answer.set("results", results);
    return new FakeServer.Response(200, answer.toString().getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
