package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Writes an election as a `.pb` file: what [PbReader] reads back as the same election.
public final class PbWriter {

  private PbWriter() {}

  /// Writes to a stream and leaves it open.
  public static void write(Election election, OutputStream stream) throws IOException {
    var out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
    out.write("META\n");
    row(out, List.of("key", "value"));
    for (var entry : election.meta().entrySet()) {
      if (!entry.getKey().equals("key")) {
        row(out, List.of(entry.getKey(), metaValue(election, entry.getKey(), entry.getValue())));
      }
    }
    projects(election, out);
    votes(election, out);
    out.flush();
  }

  private static String metaValue(Election election, String key, String value) {
    return switch (key) {
      case "budget" -> election.amount(election.budget());
      case "num_projects" -> Integer.toString(election.projects().size());
      case "num_votes" -> Integer.toString(election.ballots().count());
      default -> value;
    };
  }

  private static void projects(Election election, Writer out) throws IOException {
    var columns = new LinkedHashSet<>(List.of("project_id", "cost"));
    election.projects().forEach(project -> columns.addAll(project.columns().keySet()));
    out.write("PROJECTS\n");
    row(out, List.copyOf(columns));
    for (var project : election.projects()) {
      var fields = new ArrayList<String>();
      for (var column : columns) {
        fields.add(
            switch (column) {
              case "project_id" -> project.id();
              case "cost" -> election.amount(project.cost());
              default -> project.columns().getOrDefault(column, "");
            });
      }
      row(out, fields);
    }
  }

  private static void votes(Election election, Writer out) throws IOException {
    boolean withPoints = election.voteType().hasPoints();
    var header = new ArrayList<>(List.of("voter_id", "vote"));
    if (withPoints) {
      header.add("points");
    }
    election.columns().forEach(column -> header.add(column.name()));
    out.write("VOTES\n");
    row(out, header);
    for (int voter = 0; voter < election.ballots().count(); voter++) {
      var ids = new ArrayList<String>();
      for (int p : election.ballots().projectsOf(voter)) {
        ids.add(election.projects().get(p).id());
      }
      var fields = new ArrayList<String>();
      boolean named = voter < election.voterIds().count();
      fields.add(named ? election.voterIds().get(voter) : Integer.toString(voter + 1));
      fields.add(String.join(",", ids));
      if (withPoints) {
        var points = new ArrayList<String>();
        for (int number : election.ballots().pointsOf(voter)) {
          points.add(Integer.toString(number));
        }
        fields.add(String.join(",", points));
      }
      for (var column : election.columns()) {
        fields.add(column.value(voter));
      }
      row(out, fields);
    }
  }

  private static void row(Writer out, List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write(';');
      }
      field(out, fields.get(i));
    }
    out.write('\n');
  }

  private static void field(Writer out, String text) throws IOException {
    boolean quotes =
        text.indexOf(';') >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    if (quotes) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(text);
    }
  }
}
