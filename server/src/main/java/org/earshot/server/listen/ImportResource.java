package org.earshot.server.listen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.pages.Bodies;

/// Imports of voices from other systems, in batches, for `earshot import voices`. The shapes below
/// are part of the command line contract.
@Path("/api/import/voices")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {

  /// The answer: one result a voice, in the order of the request.
  public record Results(List<VoiceImport.Result> results) {

    public Results {
      results = List.copyOf(results);
    }
  }

  /// Why the whole request was refused (RFC 9457).
  public record Problem(int status, String title, String detail) {}

  private static final int MAX_BYTES = 12 * 1024 * 1024;
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final VoiceImport voices;
  private final Bodies bodies;

  ImportResource(VoiceImport voices, Bodies bodies) {
    this.voices = voices;
    this.bodies = bodies;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  public Response take(InputStream body) throws IOException {
    if (bodies.find().isEmpty()) {
      return problem(503, "Not set up", "Set this instance up in a browser first.");
    }
    var bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return problem(
          413, "Too large", "A request may have up to %d bytes. Send less.".formatted(MAX_BYTES));
    }
    JsonNode request;
    try {
      request = JSON.readValue(bytes);
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      return problem(
          400,
          "Not JSON",
          at == null
              ? "The request is not JSON in UTF-8."
              : "The request is not JSON in UTF-8: line %d, column %d."
                  .formatted(at.getLineNr(), at.getColumnNr()));
    }
    return switch (voices.take(request)) {
      case VoiceImport.Outcome.Taken(var results) -> Response.ok(new Results(results)).build();
      case VoiceImport.Outcome.Refused(int status, var detail) ->
          problem(status, "Not an import", detail);
    };
  }

  private static Response problem(int status, String title, String detail) {
    return Response.status(status)
        .type("application/problem+json")
        .entity(new Problem(status, title, detail))
        .build();
  }
}
