package org.earshot.server.understand;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Language;
import org.jdbi.v3.core.Handle;

/// Needs and the voices behind them. Joining loses nobody: each voice keeps its words, its case and
/// its promise, and belongs to at most one need (docs/adr/006).
@ApplicationScoped
public class Needs {

  /// Fewer people than this are never counted in public (privacy rule 8).
  public static final int FEWEST_COUNTED = 10;

  private final Database database;
  private final Ledger ledger;

  Needs(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /// The need that an act of joining or leaving names.
  public static UUID needOf(Map<String, Object> payload) {
    return UUID.fromString(String.valueOf(payload.get("need")));
  }

  /// Opens a need.
  public UUID open(Handle handle, NewNeed need) {
    return openAll(handle, List.of(need)).getFirst();
  }

  /// Opens many at once, each at its own time; gives their ids in order.
  public List<UUID> openAll(Handle handle, List<NewNeed> needs) {
    if (needs.isEmpty()) {
      return List.of();
    }
    var ids = new NeedRows(handle).insert(needs);
    var acts = new ArrayList<NewAct>(needs.size());
    for (int i = 0; i < needs.size(); i++) {
      var need = needs.get(i);
      acts.add(
          about(
              ActType.NEED_OPENED,
              ids.get(i),
              need.openedBy(),
              need.openedAt(),
              Map.of("titles", need.titles().byLanguage(), "service", need.service().toString())));
    }
    ledger.append(handle, acts);
    return ids;
  }

  /// Stores what was changed of a need: titles, summaries, area, whether it is shown or closed.
  public void change(Handle handle, Need need, Actor by, Instant at) {
    new NeedRows(handle).change(need);
    ledger.append(
        handle,
        List.of(
            about(
                ActType.NEED_CHANGED,
                need.id(),
                by,
                at,
                Map.of(
                    "titles", need.titles().byLanguage(),
                    "shown", need.shown(),
                    "closed", need.closedAt() != null))));
  }

  public Optional<Need> find(Handle handle, UUID need) {
    return new NeedRows(handle).find(need);
  }

  /// How many people stand behind a need.
  public long people(Handle handle, UUID need) {
    return new NeedVoices(handle).people(List.of(need)).getOrDefault(need, 0L);
  }

  public Optional<Need> findByNumber(Handle handle, long publicNumber) {
    return new NeedRows(handle).findByNumber(publicNumber);
  }

  /// Puts voices to a need, thousands at once; gives how many were not there before. A voice that
  /// belonged to another need leaves it.
  public int linkAll(Handle handle, UUID need, List<UUID> voices, Actor by, Instant at) {
    return linkAll(handle, voices.stream().map(voice -> new Joining(voice, need, by, at)).toList());
  }

  /// The same for many needs and times; when a voice comes twice, its last joining counts.
  public int linkAll(Handle handle, List<Joining> joinings) {
    var wanted = new LinkedHashMap<UUID, Joining>();
    joinings.forEach(joining -> wanted.put(joining.voice(), joining));
    var table = new NeedVoices(handle);
    var before = table.lockNeedsOf(wanted.keySet());
    wanted.values().removeIf(joining -> joining.need().equals(before.get(joining.voice())));
    if (wanted.isEmpty()) {
      return 0;
    }
    var fresh = new ArrayList<>(wanted.values());
    fresh.sort(Comparator.comparing(Joining::at));
    var people =
        new HashMap<>(table.people(new HashSet<>(fresh.stream().map(Joining::need).toList())));
    table.put(fresh);
    table.forgetAlike(wanted.keySet());
    ledger.append(handle, actsOf(fresh, before, people));
    return fresh.size();
  }

  /// What happened to each voice: it left the need that it was in, and joined others in the new.
  private static List<NewAct> actsOf(
      List<Joining> fresh, Map<UUID, UUID> before, Map<UUID, Long> people) {
    var acts = new ArrayList<NewAct>(fresh.size());
    for (int first = 0; first < fresh.size(); ) {
      int next = first; // those that join at the same moment are with each other
      while (next < fresh.size() && fresh.get(next).at().equals(fresh.get(first).at())) {
        people.merge(fresh.get(next).need(), 1L, Long::sum);
        next++;
      }
      for (var joining : fresh.subList(first, next)) {
        var left = before.get(joining.voice());
        if (left != null) {
          acts.add(left(joining.voice(), left, joining.by(), joining.at()));
        }
        long others = people.getOrDefault(joining.need(), 1L) - 1;
        acts.add(
            NewAct.aboutVoice(
                ActType.NEED_JOINED,
                joining.voice(),
                joining.by(),
                joining.at(),
                Map.of("need", joining.need().toString(), "others", others)));
      }
      first = next;
    }
    return acts;
  }

  /// Takes voices out of the need that they are in.
  public int unlinkAll(Handle handle, List<UUID> voices, Actor by, Instant at) {
    var table = new NeedVoices(handle);
    var before = table.lockNeedsOf(voices);
    if (before.isEmpty()) {
      return 0;
    }
    table.remove(before.keySet());
    ledger.append(
        handle,
        before.entrySet().stream()
            .map(entry -> left(entry.getKey(), entry.getValue(), by, at))
            .toList());
    return before.size();
  }

  /// Needs that somebody may be about to tell us again, best first, for residents before sending:
  /// titles and rounded counts of needs on public pages, never anybody's words.
  public List<SimilarNeed> similarNeeds(Language language, String words, int limit) {
    if (words.isBlank()) {
      return List.of();
    }
    var found =
        database.read(handle -> new NeedRows(handle).similar(language.code(), words, limit));
    return found.stream()
        .map(
            one ->
                new SimilarNeed(
                    one.need().id(),
                    one.need().publicNumber(),
                    one.need().titles().in(language),
                    one.people() < FEWEST_COUNTED ? null : one.people()))
        .toList();
  }

  /// Open needs of these services whose titles are near to what somebody said, for staff.
  public List<NeedMatch> near(
      Handle handle, String language, String words, List<UUID> services, int limit) {
    return new NeedRows(handle).near(language, words, services, limit);
  }

  /// Open needs of these services by words of their titles or by number, for staff.
  public List<NeedMatch> search(Handle handle, String words, List<UUID> services, int limit) {
    return new NeedRows(handle).search(words.strip(), services, limit);
  }

  private static NewAct left(UUID voice, UUID need, Actor by, Instant at) {
    return NewAct.aboutVoice(ActType.NEED_LEFT, voice, by, at, Map.of("need", need.toString()));
  }

  private static NewAct about(
      ActType type, UUID need, Actor by, Instant at, Map<String, Object> payload) {
    return new NewAct(type, "need", need, by, at, payload);
  }
}
