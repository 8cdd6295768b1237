package org.earshot.budgeting;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private enum Section {
    NONE,
    META,
    PROJECTS,
    VOTES
  }

  private final PbRows rows;
  private final PbFaults faults;
  private final PbAmounts amounts;
  private final PbProjects projects;
  private final Map<String, String> meta = new LinkedHashMap<>();
  private final Map<String, Integer> metaLines = new HashMap<>();
  private final Set<Section> begun = EnumSet.noneOf(Section.class);
  private Section section = Section.NONE;
  private List<String> header = List.of();
  private VoteType voteType = VoteType.APPROVAL;
  private @Nullable PbVotes votes;

  private PbReader(InputStream stream) throws IOException {
    this.rows = new PbRows(stream);
    this.faults = new PbFaults(rows);
    this.amounts = new PbAmounts(faults);
    this.projects = new PbProjects(rows, faults, amounts);
  }

  /// Reads a whole stream; does not close it.
  public static Election read(InputStream stream) throws IOException, PbFormatException {
    return new PbReader(stream).election();
  }

  private Election election() throws IOException, PbFormatException {
    boolean strayRow = false; // before the first section; one fault is enough for all of them
    while (!faults.areTooMany() && rows.next()) {
      if (rows.unclosedLine() > 0 || rows.tooLong()) {
        break;
      }
      if (rows.isBlank()) {
        continue;
      }
      try {
        var next = section();
        if (next != Section.NONE) {
          begin(next);
        } else if (section != Section.NONE) {
          row();
        } else if (!strayRow) {
          strayRow = true;
          faults.add("", rows.text(0), "the file must begin with the section META.");
        }
      } catch (CharacterCodingException e) {
        faults.add("", "", "this row is no UTF-8. Save the file as UTF-8.");
      }
    }
    if (rows.unclosedLine() > 0) {
      var advice = "a quote is opened here and never closed. Close it, or double it.";
      faults.addAt(rows.unclosedLine(), "", "", advice);
    }
    if (rows.tooLong()) {
      faults.add("", "", "this row is longer than any ballot. Is this a .pb file?");
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

  private void begin(Section next) throws IOException {
    section = next;
    int line = rows.line();
    if (!begun.add(next)) {
      faults.add("", next.name(), "this section stands here a second time. Keep one.");
    }
    do {
      if (!rows.next()) {
        faults.addAt(line, "", next.name(), "the section has no header row.");
        return;
      }
    } while (rows.isBlank());
    var names = new ArrayList<String>();
    for (int field = 0; field < rows.fields(); field++) {
      var name = rows.text(field);
      if (!name.isEmpty() && names.contains(name)) {
        faults.add(name, "", "this section has two columns of this name. Rename one.");
      }
      names.add(name);
    }
    header = names;
    switch (next) {
      case META -> {}
      case PROJECTS -> require("project_id", "cost");
      case VOTES -> beginVotes();
      case NONE -> throw new IllegalStateException("No section begins.");
    }
  }

  private void beginVotes() {
    var word = meta.getOrDefault("vote_type", "");
    var type = VoteType.find(word);
    if (type.isEmpty()) {
      faults.addAt(
          metaLines.getOrDefault("vote_type", 0),
          "vote_type",
          word,
          "the vote type must be one of: " + VoteType.words() + ".");
    }
    voteType = type.orElse(VoteType.APPROVAL);
    if (projects.isEmpty()) {
      faults.add("", "VOTES", "no projects stand before this section. PROJECTS must come first.");
    }
    require("voter_id", "vote");
    if (voteType.hasPoints()) {
      require("points");
    }
    var limits = new PbLimits(meta, voteType, projects.roughCosts());
    votes = new PbVotes(rows, header, projects.ids(), voteType, limits, faults);
  }

  private void row() throws IOException {
    switch (section) {
      case META -> {
        var key = rows.text(0);
        if (meta.putIfAbsent(key, rows.text(1)) != null) {
          faults.add("key", key, "this key stands here a second time. Keep one.");
        }
        metaLines.putIfAbsent(key, rows.line());
      }
      case PROJECTS -> projects.row(header);
      case VOTES -> {
        if (votes != null) {
          votes.row();
        }
      }
      case NONE -> throw new IllegalStateException("A row outside of all sections.");
    }
  }

  private Election build() throws PbFormatException {
    if (meta.isEmpty()) {
      faults.addAt(0, "", "", "there is no section META. Is this a .pb file?");
    } else if (projects.isEmpty()) {
      faults.addAt(0, "", "", "there is no section PROJECTS, or it is empty.");
    } else if (votes == null) {
      faults.addAt(0, "", "", "there is no section VOTES.");
    }
    int budgetLine = metaLines.getOrDefault("budget", 0);
    var budget = BigDecimal.ZERO;
    if (meta.containsKey("budget")) {
      budget = amounts.read(meta.getOrDefault("budget", ""), budgetLine, "budget");
    } else if (!meta.isEmpty()) {
      faults.addAt(0, "budget", "", "META has no key budget. Add what may be spent.");
    }
    int decimals = Math.max(PbAmounts.decimals(budget), projects.decimals());
    long units = amounts.inSmallestUnits(budget, decimals, budgetLine, "budget");
    var list = projects.build(decimals);
    if (!faults.isEmpty() || votes == null) {
      throw faults.exception();
    }
    var ballots = votes.ballots();
    var remarks = new ArrayList<String>();
    compareCount("num_projects", list.size()).ifPresent(remarks::add);
    compareCount("num_votes", votes.count()).ifPresent(remarks::add);
    compareVotes(list, ballots).ifPresent(remarks::add);
    remarks.addAll(votes.remarks());
    return new Election(
        meta, voteType, units, decimals, list, ballots, votes.voterIds(), votes.columns(), remarks);
  }

  private Optional<String> compareCount(String key, int counted) {
    var said = meta.get(key);
    return said == null || said.equals(Integer.toString(counted))
        ? Optional.empty()
        : Optional.of("META says %s = %s, but there are %d.".formatted(key, said, counted));
  }

  /// Rules count the ballots; where the file's own column says otherwise, people should know.
  private Optional<String> compareVotes(List<Project> list, Ballots ballots) {
    if (voteType != VoteType.APPROVAL && voteType != VoteType.CHOOSE_ONE) {
      return Optional.empty(); // there, files count points or places
    }
    long[] counted = new long[list.size()];
    for (int at = 0; at < ballots.choices(); at++) {
      counted[ballots.projects[at]]++;
    }
    int different = 0;
    int first = -1;
    for (int p = 0; p < counted.length; p++) {
      var said = list.get(p).columns().get("votes");
      if (said != null && !said.isEmpty() && !said.equals(Long.toString(counted[p]))) {
        first = different++ == 0 ? p : first;
      }
    }
    return different == 0
        ? Optional.empty()
        : Optional.of(
            "PROJECTS and the ballots do not agree on the votes of %d of %d projects, first of %s: %s there, %d on the ballots."
                .formatted(
                    different,
                    counted.length,
                    list.get(first).id(),
                    list.get(first).columns().get("votes"),
                    counted[first]));
  }

  private void require(String... columns) {
    for (var column : columns) {
      if (!header.contains(column)) {
        faults.add(column, "", "this section needs such a column; its header row has none.");
      }
    }
  }
}
