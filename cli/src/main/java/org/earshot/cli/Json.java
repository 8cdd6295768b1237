package org.earshot.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.OutputStream;

/// Results as JSON: the same result gives the same bytes, on any machine.
///
/// Properties stand in the order in which their record declares them; doubles are written with the
/// fewest digits that are read back as the same number; a number that JSON cannot hold is a bug and
/// is refused. UTF-8, one line, a line break at the end.
public final class Json {

  /// What every result begins with.
  private record Result(String earshot, String method, @JsonUnwrapped Object body) {}

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new FiniteOnly())
                  .addSerializer(double.class, new FiniteOnly()))
          .build()
          .writer();

  private Json() {}

  /// Writes one result as one line.
  ///
  /// @param method how the result was found, for example "mes_cost_add1u"
  /// @param body a record; its properties follow "earshot" and "method" on the same level
  public static void writeResult(OutputStream out, String method, Object body) throws IOException {
    writeLine(out, new Result(Version.number(), method, body));
  }

  /// Writes any value as one line.
  public static void writeLine(OutputStream out, Object value) throws IOException {
    WRITER.writeValue(out, value);
    out.write('\n');
  }

  private static final class FiniteOnly extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "A result holds %s, which JSON cannot say.".formatted(value));
      }
      json.writeNumber(value);
    }
  }
}
