package org.earshot.cli.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.earshot.cli.WrongInputException;
import org.earshot.record.Hash;
import org.earshot.record.ReceiptProof;

/// A receipt as a file: JSON `{"code","index","entry","leaf","proof":[..],"checkpoint"}`, hashes in
/// base64, the code optional. Further fields are passed over.
final class ReceiptFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ReceiptFile() {}

  /// Whether the file is a receipt, and not, say, a checkpoint.
  static boolean looksLikeOne(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).stripLeading().startsWith("{");
  }

  /// Reads a receipt.
  ///
  /// @param name what to call the file in messages
  static ReceiptProof read(byte[] file, String name) {
    JsonNode json;
    try {
      json = JSON.readTree(new String(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new WrongInputException(
          "%s, line %d: not JSON. %s"
              .formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    try {
      var proof = new ArrayList<Hash>();
      required(json, "proof", JsonNode::isArray)
          .forEach(hash -> proof.add(Hash.ofBase64(hash.asText())));
      return new ReceiptProof(
          json.path("code").isTextual() ? json.path("code").asText() : null,
          required(json, "index", JsonNode::canConvertToExactIntegral).asLong(),
          required(json, "entry", JsonNode::isTextual).asText(),
          Hash.ofBase64(required(json, "leaf", JsonNode::isTextual).asText()),
          proof,
          required(json, "checkpoint", JsonNode::isTextual).asText());
    } catch (IllegalArgumentException e) {
      throw new WrongInputException("%s is not a receipt: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static JsonNode required(JsonNode json, String field, Predicate<JsonNode> shape) {
    JsonNode value = json.path(field);
    if (!shape.test(value)) {
      throw new IllegalArgumentException("its field \"%s\" is missing or wrong.".formatted(field));
    }
    return value;
  }
}
