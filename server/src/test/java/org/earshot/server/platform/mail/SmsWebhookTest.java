package org.earshot.server.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.earshot.server.platform.i18n.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a provider of text messages gets from us, and what we make of its answers.
class SmsWebhookTest {

  private static final String WORDS = "Riverbend: \"done\" \\ ليلى 路灯\nYour code opens it.";

  private record Request(String type, String authorization, String body) {}

  private final List<Request> requests = new ArrayList<>();
  private int status = 202;
  private HttpServer provider;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/", this::answer);
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    requests.add(
        new Request(
            headers.getFirst("Content-Type"),
            String.valueOf(headers.getFirst("Authorization")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:%d/send".formatted(provider.getAddress().getPort()));
  }

  private static StoredMessage message() {
    return new StoredMessage(
        7,
        new OutgoingMessage(
            OutgoingMessage.Channel.SMS,
            "+447700900123",
            "",
            WORDS,
            Language.EN,
            null,
            "answer",
            null,
            null),
        1,
        Instant.EPOCH);
  }

  @Test
  void everythingTheProviderNeedsIsInOnePost() throws IOException {
    assertThat(new SmsWebhook(address(), "secret").carry(message()))
        .isEqualTo(new SendResult.Sent());
    var request = requests.getFirst();
    assertThat(request.type()).isEqualTo("application/json");
    assertThat(request.authorization()).isEqualTo("Bearer secret");
    var body = new JsonMapper().readTree(request.body());
    assertThat(body.get("id").asText()).isEqualTo("earshot-7");
    assertThat(body.get("to").asText()).isEqualTo("+447700900123");
    assertThat(body.get("text").asText()).isEqualTo(WORDS);
  }

  @Test
  void withoutATokenNoneIsSent() {
    new SmsWebhook(address(), "").carry(message());
    assertThat(requests.getFirst().authorization()).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({
    "200,Sent",
    "204,Sent",
    "400,Refused",
    "404,Refused",
    "410,Refused",
    "422,Refused",
    "401,Later",
    "429,Later",
    "500,Later",
    "503,Later",
    "302,Later"
  })
  void theAnswerSaysWhetherToTryAgain(int answer, String result) {
    status = answer;
    assertThat(new SmsWebhook(address(), "").carry(message()).getClass().getSimpleName())
        .isEqualTo(result);
    assertThat(requests).hasSize(1);
  }

  @Test
  void aProviderThatIsAwayIsTriedLater() {
    var address = address();
    provider.stop(0);
    assertThat(new SmsWebhook(address, "").carry(message())).isInstanceOf(SendResult.Later.class);
  }
}
