package org.earshot.budgeting;

/// One thing wrong in a file.
///
/// @param line where the row begins, from 1; 0 if it concerns the whole file
/// @param column the column's name, or nothing
/// @param value what stands there, shortened
/// @param advice what is wrong with it and what to do
public record PbFault(int line, String column, String value, String advice) {

  private static final int SHOWN = 60;

  public PbFault {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
  }

  /// For example `line 12, column cost, "12x": a cost is ...`.
  @Override
  public String toString() {
    var text = new StringBuilder(line > 0 ? "line " + line : "the file");
    if (!column.isEmpty()) {
      text.append(", column ").append(column);
    }
    if (!value.isEmpty()) {
      text.append(", \"").append(value).append('"');
    }
    return text.append(": ").append(advice).toString();
  }
}
