package org.earshot.server.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earshot.server.listen.SearchText;
import org.earshot.server.platform.i18n.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// Finds voices for staff: by their words in any language, by number, by what is known about them.
/// Newest first, paged by key. Rare words are found by the index of words, common ones along the
/// newest voices. Common words among which few fit could make that a way through all voices; so a
/// search that narrows goes through a stretch of them and says how far it looked.
public final class VoiceSearch {

  /// What staff look for; null or blank means "any".
  ///
  /// @param services the services whose voices they may read; restricted voices are left out unless
  ///   `me` has them, or `administrator` holds
  /// @param state "new", "open", "answered", "withdrawn" or "owed"
  /// @param unlinked only voices that belong to no need
  public record Wanted(
      String words,
      List<UUID> services,
      UUID me,
      boolean administrator,
      @Nullable UUID area,
      @Nullable String language,
      @Nullable String channel,
      @Nullable String state,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      ZoneId zone,
      boolean unlinked) {

    public Wanted {
      services = List.copyOf(services);
      words = words.strip();
      words = words.substring(0, Math.min(words.length(), LONGEST_QUERY));
    }

    /// Whether anything but words and days is asked for.
    boolean narrows() {
      return area != null || language != null || channel != null || state != null || unlinked;
    }
  }

  /// A voice that was found; the last of a page is the key of the next.
  public record Found(UUID voice, Instant saidAt) {}

  /// What was found, the newest first.
  ///
  /// @param lookedUntil the oldest voice that was looked at when older ones may fit as well; the
  ///   key to go on with
  public record Page(List<Found> found, @Nullable Found lookedUntil) {

    public List<UUID> voices() {
      return found.stream().map(Found::voice).toList();
    }
  }

  private static final String STEMMED =
      Stream.concat(
              Stream.of(Language.values())
                  .map(language -> SearchText.configuration(language.code())),
              Stream.of("simple"))
          .distinct()
          .map(name -> "websearch_to_tsquery('%s', :searchText)".formatted(name))
          .collect(Collectors.joining(" || ", "(", ")"));

  private static final int LONGEST_QUERY = 300;

  /// How far a search goes.
  ///
  /// @param common words that as many voices hold are common
  /// @param stretch how many voices are looked at for common words that are narrowed down
  /// @param longStretch the same when somebody asked to look further back
  record Effort(int common, int stretch, int longStretch) {

    static final Effort USUAL = new Effort(5_000, 20_000, 200_000);
  }

  private VoiceSearch() {}

  /// A page of voices; words that no voice has as a whole are looked for inside words.
  public static Page find(Handle handle, Wanted wanted, @Nullable Found after, int limit) {
    return find(handle, wanted, after, limit, Effort.USUAL);
  }

  /// The newest that fit, however far back they lie; for pages that cannot go on.
  public static List<UUID> newest(Handle handle, Wanted wanted, int limit) {
    return newest(handle, wanted, limit, Effort.USUAL);
  }

  static List<UUID> newest(Handle handle, Wanted wanted, int limit, Effort effort) {
    var voices = new ArrayList<UUID>();
    Found after = null;
    do {
      var page = find(handle, wanted, after, limit - voices.size(), effort);
      voices.addAll(page.voices());
      after = page.lookedUntil();
    } while (after != null);
    return voices;
  }

  static Page find(Handle handle, Wanted wanted, @Nullable Found after, int limit, Effort effort) {
    if (wanted.words().isEmpty()) {
      return new Page(page(handle, wanted, after, limit, "voice", ""), null);
    }
    if (wanted.words().matches("\\d{1,15}")) {
      var numbered = page(handle, wanted, after, limit, "voice", "AND v.public_number = :number");
      if (!numbered.isEmpty()) {
        return new Page(numbered, null);
      }
    }
    if (!isRare(handle, wanted.words(), effort.common())) {
      return common(handle, wanted, after, limit, effort);
    }
    var whole = page(handle, wanted, after, limit, first("search @@ " + STEMMED), "");
    boolean lookInside = whole.isEmpty() && after == null && wanted.words().length() >= 3;
    return new Page(
        lookInside ? page(handle, wanted, null, limit, first("words ILIKE :pattern"), "") : whole,
        null);
  }

  private static Page common(
      Handle handle, Wanted wanted, @Nullable Found after, int limit, Effort effort) {
    if (!wanted.narrows()) {
      return new Page(
          page(handle, wanted, after, limit, "voice", "AND v.search @@ " + STEMMED), null);
    }
    int stretch = after == null ? effort.stretch() : effort.longStretch();
    var found =
        page(
            handle,
            wanted,
            after,
            limit,
            stretchOf(wanted, after, stretch, "*"),
            "AND v.search @@ " + STEMMED);
    return new Page(found, found.size() < limit ? last(handle, wanted, after, stretch) : null);
  }

  /// The last voice of a stretch; nothing when the stretch goes to the oldest voice of all.
  private static @Nullable Found last(
      Handle handle, Wanted wanted, @Nullable Found after, int stretch) {
    var bound =
        bind(
            handle.createQuery(
                "SELECT id, said_at FROM %s v OFFSET :skipped LIMIT 1"
                    .formatted(stretchOf(wanted, after, stretch, "id, said_at"))),
            wanted,
            after);
    return bound.bind("skipped", stretch - 1).map((row, _) -> found(row)).findFirst().orElse(null);
  }

  private static String stretchOf(
      Wanted wanted, @Nullable Found after, int stretch, String columns) {
    var conditions = new ArrayList<String>();
    addDays(conditions, wanted, after);
    return "(SELECT %s FROM voice v WHERE %s ORDER BY said_at DESC, id DESC LIMIT %d)"
        .formatted(columns, String.join(" AND ", conditions), stretch);
  }

  /// Looked up before anything else, by its own index.
  private static String first(String condition) {
    return "(SELECT * FROM voice WHERE " + condition + " OFFSET 0)";
  }

  /// Whether so few voices hold the words that all of them can be read and then sorted. Of common
  /// words it is faster to go through the newest voices until the page is full.
  private static boolean isRare(Handle handle, String words, int common) {
    long hits =
        handle
            .createQuery(
                "SELECT count(*) FROM (SELECT FROM voice WHERE search @@ "
                    + STEMMED
                    + " LIMIT :most) hits")
            .bind("searchText", SearchText.of(words))
            .bind("most", common)
            .mapTo(Long.class)
            .one();
    return hits < common;
  }

  /// @param from where the voices come from
  private static List<Found> page(
      Handle handle,
      Wanted wanted,
      @Nullable Found after,
      int limit,
      String from,
      String condition) {
    return bind(handle.createQuery(sql(wanted, after, from, condition)), wanted, after)
        .bind("limit", limit)
        .map((row, _) -> found(row))
        .list();
  }

  private static Query bind(Query query, Wanted wanted, @Nullable Found after) {
    var words = wanted.words();
    return query
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bindArray("services", UUID.class, wanted.services())
        .bind("me", wanted.me())
        .bind("administrator", wanted.administrator())
        .bind("area", wanted.area())
        .bind("language", wanted.language())
        .bind("channel", wanted.channel())
        .bind("state", wanted.state())
        .bind("from", startOf(wanted.from(), wanted.zone()))
        .bind("to", startOf(wanted.to() == null ? null : wanted.to().plusDays(1), wanted.zone()))
        .bind("searchText", SearchText.of(words))
        .bind("number", words.matches("\\d{1,15}") ? Long.parseLong(words) : 0L)
        .bind(
            "pattern",
            '%' + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + '%')
        .bind("afterAt", after == null ? null : after.saidAt())
        .bind("afterVoice", after == null ? null : after.voice());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(row.getObject("id", UUID.class), row.getTimestamp("said_at").toInstant());
  }

  private static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  /// Only the conditions that are asked for are written, so that each kind of search is planned for
  /// itself.
  private static String sql(Wanted wanted, @Nullable Found after, String from, String condition) {
    var conditions = new ArrayList<String>();
    conditions.add("w.service_id = ANY(:services)");
    conditions.add("(NOT w.restricted OR w.assigned_to = :me OR :administrator)");
    add(conditions, wanted.area(), "v.area_id = :area");
    add(conditions, wanted.language(), "v.language = :language");
    add(conditions, wanted.channel(), "v.channel = :channel");
    var state = wanted.state();
    if (state != null) {
      conditions.add(
          state.equals("owed") ? "w.debt AND w.state IN ('new', 'open')" : "w.state = :state");
    }
    addDays(conditions, wanted, after);
    if (wanted.unlinked()) {
      conditions.add("NOT EXISTS (SELECT FROM need_voice n WHERE n.voice_id = v.id)");
    }
    return """
    SELECT v.id, v.said_at
      FROM %s v JOIN case_work w ON w.voice_id = v.id
     WHERE %s %s
     ORDER BY v.said_at DESC, v.id DESC
     LIMIT :limit
    """
        .formatted(from, String.join(" AND ", conditions), condition);
  }

  private static void addDays(List<String> conditions, Wanted wanted, @Nullable Found after) {
    conditions.add("true");
    add(conditions, wanted.from(), "v.said_at >= :from");
    add(conditions, wanted.to(), "v.said_at < :to");
    add(conditions, after, "(v.said_at, v.id) < (:afterAt, :afterVoice)");
  }

  private static void add(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }
}
