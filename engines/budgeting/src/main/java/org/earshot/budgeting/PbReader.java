package org.earshot.budgeting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an election from Pabulib's `.pb` format, row by row.
///
/// - **Format:** UTF-8; sections META, PROJECTS, VOTES, each with a header row; columns in any
///   order; fields end at `;`, quotes as in CSV; lines end with LF or CRLF; a ballot's projects and
///   points are separated by commas.
/// - **Errors:** [PbFormatException] with every fault: its line, column, value, and what to do.
/// - **Cost:** one pass; memory for the ballots, not for the text.
/// - **Source:** Stolicki, Szufa, Talmon: Pabulib, arXiv 2012.06539.
public final class PbReader {

  private static final int MOST_FAULTS = 100;
  private static final Pattern MONEY = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,6}0*)?");

  private enum Section {
    NONE,
    META,
    PROJECTS,
    VOTES
  }

  private record ProjectRow(String id, BigDecimal cost, Map<String, String> columns, int line) {}

  private final PbRows rows;
  private final List<PbFault> faults = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, String> meta = new LinkedHashMap<>();
  private final Map<String, Integer> metaLines = new HashMap<>();
  private final List<ProjectRow> projects = new ArrayList<>();
  private final Words ids = new Words();
  private List<String> header = List.of();
  private VoteType voteType = VoteType.APPROVAL;
  private @Nullable PbVotes votes;

  private PbReader(InputStream stream) throws IOException {
    this.rows = new PbRows(stream);
  }

  /// Reads a whole stream; does not close it.
  public static Election read(InputStream stream) throws IOException, PbFormatException {
    return new PbReader(stream).election();
  }

  private Election election() throws IOException, PbFormatException {
    var section = Section.NONE;
    while (rows.next() && faults.size() < MOST_FAULTS) {
      if (rows.unclosed()) {
        fault("", "", "a quote is opened here and never closed. Close it, or double it.");
        break;
      }
      if (rows.isBlank()) {
        continue;
      }
      try {
        var next = section();
        if (next != Section.NONE) {
          section = next;
          begin(section);
        } else {
          row(section);
        }
      } catch (CharacterCodingException e) {
        fault("", "", "this row is no UTF-8. Save the file as UTF-8.");
      }
    }
    return build();
  }

  /// The section whose name this row is, if it is one.
  private Section section() throws CharacterCodingException {
    if (rows.end(0) > 8) {
      return Section.NONE;
    }
    for (int field = 1; field < rows.fields(); field++) {
      if (rows.end(field) > rows.start(field)) {
        return Section.NONE;
      }
    }
    return switch (rows.text(0).toUpperCase(Locale.ROOT)) {
      case "META" -> Section.META;
      case "PROJECTS" -> Section.PROJECTS;
      case "VOTES" -> Section.VOTES;
      default -> Section.NONE;
    };
  }

  private void begin(Section section) throws IOException {
    int line = rows.line();
    do {
      if (!rows.next()) {
        faults.add(new PbFault(line, "", section.name(), "the section has no header row."));
        return;
      }
    } while (rows.isBlank());
    var names = new ArrayList<String>();
    for (int field = 0; field < rows.fields(); field++) {
      names.add(rows.text(field));
    }
    header = names;
    switch (section) {
      case META -> {}
      case PROJECTS -> require("project_id", "cost");
      case VOTES -> beginVotes();
      case NONE -> throw new IllegalStateException("No section begins.");
    }
  }

  private void beginVotes() {
    var word = meta.getOrDefault("vote_type", "");
    voteType =
        VoteType.find(word)
            .orElseGet(
                () -> {
                  metaFault("vote_type", "the vote type must be one of: " + VoteType.words() + ".");
                  return VoteType.APPROVAL;
                });
    if (projects.isEmpty()) {
      fault("", "VOTES", "no projects stand before this section. PROJECTS must come first.");
    }
    require("voter_id", "vote");
    if (voteType.hasPoints()) {
      require("points");
    }
    votes = new PbVotes(rows, header, ids, voteType, this::fault);
  }

  private void row(Section section) throws IOException {
    switch (section) {
      case NONE -> {
        fault("", rows.text(0), "the file must begin with the section META.");
        while (rows.next() && section() == Section.NONE) {
          // one fault is enough for what stands before the first section
        }
        begin(section());
      }
      case META -> {
        var key = rows.text(0);
        if (meta.putIfAbsent(key, rows.text(1)) != null) {
          fault("key", key, "this key stands here a second time. Keep one.");
        }
        metaLines.putIfAbsent(key, rows.line());
      }
      case PROJECTS -> project();
      case VOTES -> {
        if (votes != null) {
          votes.row();
        }
      }
    }
  }

  private void project() throws IOException {
    var columns = new LinkedHashMap<String, String>();
    for (int field = 0; field < header.size(); field++) {
      columns.put(header.get(field), rows.text(field));
    }
    tooManyFields();
    var id = columns.getOrDefault("project_id", "");
    if (id.isEmpty() || id.indexOf(',') >= 0) {
      fault("project_id", id, "a project needs an id, without commas.");
      return;
    }
    var bytes = id.getBytes(UTF_8);
    if (ids.find(bytes, 0, bytes.length) >= 0) {
      fault("project_id", id, "there is already a project with this id. Give each its own.");
      return;
    }
    var cost = money("cost", columns.getOrDefault("cost", ""), rows.line());
    if (cost.signum() == 0 && MONEY.matcher(columns.getOrDefault("cost", "")).matches()) {
      fault("cost", columns.getOrDefault("cost", ""), "a project must cost something.");
    }
    ids.number(bytes, 0, bytes.length);
    projects.add(new ProjectRow(id, cost.max(new BigDecimal("0.000001")), columns, rows.line()));
  }

  private BigDecimal money(String column, String text, int line) {
    if (!MONEY.matcher(text).matches()) {
      faults.add(
          new PbFault(
              line,
              column,
              text,
              "money is a number such as 12000 or 1532717.63, with no sign, space or separator."));
      return BigDecimal.ZERO;
    }
    return new BigDecimal(text.replace(',', '.'));
  }

  private Election build() throws PbFormatException {
    if (meta.isEmpty()) {
      faults.add(new PbFault(0, "", "", "there is no section META. Is this a .pb file?"));
    } else if (projects.isEmpty()) {
      faults.add(new PbFault(0, "", "", "there is no section PROJECTS, or it is empty."));
    } else if (votes == null) {
      faults.add(new PbFault(0, "", "", "there is no section VOTES."));
    }
    var budgetText = meta.getOrDefault("budget", "");
    var budget = money("budget", budgetText, metaLines.getOrDefault("budget", 0));
    int decimals = Math.max(0, budget.stripTrailingZeros().scale());
    for (var project : projects) {
      decimals = Math.max(decimals, project.cost().stripTrailingZeros().scale());
    }
    long units = minor(budget, decimals, metaLines.getOrDefault("budget", 0), "budget");
    var list = new ArrayList<Project>();
    for (var row : projects) {
      long cost = minor(row.cost(), decimals, row.line(), "cost");
      list.add(
          new Project(
              row.id(),
              Math.max(1, cost),
              row.columns().getOrDefault("name", "").isEmpty()
                  ? row.id()
                  : row.columns().getOrDefault("name", ""),
              decision(row.columns().getOrDefault("selected", "")),
              row.columns(),
              row.line()));
    }
    if (!faults.isEmpty() || votes == null) {
      throw new PbFormatException(faults);
    }
    compareCount("num_projects", list.size());
    compareCount("num_votes", votes.count());
    remarks.addAll(votes.remarks());
    return new Election(
        meta,
        voteType,
        units,
        decimals,
        list,
        votes.ballots(),
        votes.voterIds(),
        votes.columns(),
        remarks);
  }

  /// Smallest units; all amounts must be exact as doubles, which they are below 2^53.
  private long minor(BigDecimal amount, int decimals, int line, String column) {
    var scaled = amount.movePointRight(decimals);
    if (scaled.compareTo(BigDecimal.valueOf(1L << 53)) >= 0) {
      faults.add(
          new PbFault(line, column, amount.toPlainString(), "amounts may have 15 digits in all."));
      return 1;
    }
    return scaled.longValueExact();
  }

  private static Project.Decision decision(String selected) {
    return switch (selected) {
      case "1" -> Project.Decision.FUNDED;
      case "0", "2", "3" -> Project.Decision.NOT_FUNDED; // 2 and 3: later, from other money
      default -> Project.Decision.UNKNOWN;
    };
  }

  private void compareCount(String key, int counted) {
    var said = meta.get(key);
    if (said != null && !said.equals(Integer.toString(counted))) {
      remarks.add("META says %s = %s, but there are %d.".formatted(key, said, counted));
    }
  }

  private void require(String... columns) {
    for (var column : columns) {
      if (!header.contains(column)) {
        fault(column, "", "this section needs such a column; its header row has none.");
      }
    }
  }

  private void tooManyFields() throws IOException {
    for (int field = header.size(); field < rows.fields(); field++) {
      if (!rows.text(field).isEmpty()) {
        fault(
            "",
            rows.text(field),
            "the row has more fields than its header. Put quotes around a text with ';'.");
        return;
      }
    }
  }

  private void metaFault(String key, String advice) {
    faults.add(
        new PbFault(metaLines.getOrDefault(key, 0), key, meta.getOrDefault(key, ""), advice));
  }

  private void fault(String column, String value, String advice) {
    faults.add(new PbFault(rows.line(), column, value, advice));
  }
}
