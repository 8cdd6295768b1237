package org.earshot.server.understand;

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
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/// Finds voices for staff: by their words in any language, by number, by what is known about them.
/// Newest first, paged by key. Common words are found along the newest voices, rare ones by the
/// index of words; PostgreSQL's statistics choose.
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

  private static final String STEMMED =
      Stream.concat(
              Stream.of(Language.values())
                  .map(language -> SearchText.configuration(language.code())),
              Stream.of("simple"))
          .distinct()
          .map(name -> "websearch_to_tsquery('%s', :searchText)".formatted(name))
          .collect(Collectors.joining(" || ", "(", ")"));

  private static final int LONGEST_QUERY = 300;

  /// Words that as many voices hold are common.
  private static final int COMMON = 5_000;

  private VoiceSearch() {}

  /// A page of voices; words that no voice has as a whole are looked for inside words.
  public static List<Found> find(Handle handle, Wanted wanted, @Nullable Found after, int limit) {
    if (wanted.words().isEmpty()) {
      return page(handle, wanted, after, limit, "", "");
    }
    if (wanted.words().matches("\\d{1,15}")) {
      var numbered = page(handle, wanted, after, limit, "", "AND v.public_number = :number");
      if (!numbered.isEmpty()) {
        return numbered;
      }
    }
    var whole =
        wanted.narrows() || isRare(handle, wanted.words())
            ? page(handle, wanted, after, limit, "search @@ " + STEMMED, "")
            : page(handle, wanted, after, limit, "", "AND v.search @@ " + STEMMED);
    boolean lookInside = whole.isEmpty() && after == null && wanted.words().length() >= 3;
    return lookInside ? page(handle, wanted, null, limit, "words ILIKE :pattern", "") : whole;
  }

  /// Whether so few voices hold the words that all of them can be read and then sorted. Of common
  /// words it is faster to go through the newest voices until the page is full.
  private static boolean isRare(Handle handle, String words) {
    long hits =
        handle
            .createQuery(
                "SELECT count(*) FROM (SELECT FROM voice WHERE search @@ "
                    + STEMMED
                    + " LIMIT :most) hits")
            .bind("searchText", SearchText.of(words))
            .bind("most", COMMON)
            .mapTo(Long.class)
            .one();
    return hits < COMMON;
  }

  /// @param first what is looked up before anything else, by its own index; blank: nothing
  private static List<Found> page(
      Handle handle,
      Wanted wanted,
      @Nullable Found after,
      int limit,
      String first,
      String condition) {
    var words = wanted.words();
    return handle
        .createQuery(sql(wanted, after, first, condition))
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
        .bind("afterVoice", after == null ? null : after.voice())
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Found(row.getObject("id", UUID.class), row.getTimestamp("said_at").toInstant()))
        .list();
  }

  private static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  /// Only the conditions that are asked for are written, so that each kind of search is planned for
  /// itself.
  private static String sql(Wanted wanted, @Nullable Found after, String first, String condition) {
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
    add(conditions, wanted.from(), "v.said_at >= :from");
    add(conditions, wanted.to(), "v.said_at < :to");
    add(conditions, after, "(v.said_at, v.id) < (:afterAt, :afterVoice)");
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
        .formatted(
            first.isEmpty() ? "voice" : "(SELECT * FROM voice WHERE " + first + " OFFSET 0)",
            String.join(" AND ", conditions),
            condition);
  }

  private static void add(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }
}
