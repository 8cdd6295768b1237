package org.earshot.cli.voices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earshot.cli.WrongInputException;

/// The rows of a JSON lines file: one object a line. Its columns are the fields of its first good
/// line.
final class JsonRows implements Rows {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Lines lines;
  private final List<String> columns;

  /// Looks ahead to the first good line.
  ///
  /// @param name what to call the file in messages
  /// @throws WrongInputException if there is none
  JsonRows(Lines lines, String name) throws IOException {
    this.lines = lines;
    this.columns = List.copyOf(lookAhead(lines, name));
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<Row> next() throws IOException {
    var line = lines.next();
    while (line.isPresent() && line.get().text().isBlank()) {
      line = lines.next();
    }
    return line.map(JsonRows::row);
  }

  private static Row row(Line line) {
    if (!line.fault().isEmpty()) {
      return new Row.Bad(line.number(), line.text(), line.fault());
    }
    var object = parse(line);
    if (object.isEmpty()) {
      return new Row.Bad(line.number(), line.text(), "not a JSON object");
    }
    var cells = new HashMap<String, String>();
    for (var field : object.get().properties()) {
      JsonNode value = field.getValue();
      if (!value.isNull()) {
        cells.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
      }
    }
    return new Row.Good(line.number(), line.text(), cells);
  }

  private static Optional<JsonNode> parse(Line line) {
    try {
      return Optional.of(JSON.readTree(line.text())).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static List<String> lookAhead(Lines lines, String name) throws IOException {
    var seen = new ArrayList<Line>();
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      seen.add(line.get());
      var object = line.get().fault().isEmpty() ? parse(line.get()) : Optional.<JsonNode>empty();
      if (object.isPresent()) {
        lines.putBack(seen);
        return object.get().properties().stream().map(Map.Entry::getKey).toList();
      }
    }
    throw new WrongInputException("%s has no line that is a JSON object.".formatted(name));
  }
}
