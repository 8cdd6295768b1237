package org.earshot.server.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.earshot.record.Commitment;
import org.earshot.record.Hash;
import org.earshot.record.RecordEntry;
import org.earshot.record.SubjectTag;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// The one way to add to the ledger. Each act gets a number, and the record one leaf of that index,
/// in the same transaction: they are committed together or not at all.
@ApplicationScoped
public class Ledger {

  private static final int SALT_BYTES = 32;

  /// Writes what is committed to: keys sorted, no white space, times as ISO 8601.
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder()
          .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
          .build();

  private final Vault vault;
  private final Clock clock;
  private final Instance<ActListener> listeners;

  Ledger(Vault vault, Clock clock, Instance<ActListener> listeners) {
    this.vault = vault;
    this.clock = clock;
    this.listeners = listeners;
  }

  /// Appends the acts in the caller's transaction, in order, each with one leaf in the public
  /// record, then tells the listeners. Call it last: from here to the commit nobody else can
  /// append.
  public List<Act> append(Handle handle, List<NewAct> news) {
    if (news.isEmpty()) {
      return List.of();
    }
    var log = new LogTables(handle);
    var first = log.lock(vault::recordSeed, clock).size();
    var recordedAt = clock.instant();
    var salts = subjectSalts(handle, news);
    var acts = new ArrayList<Act>(news.size());
    var rows = new ArrayList<ActRow>(news.size());
    var leaves = new ArrayList<Hash>(news.size());
    for (var act : news) {
      long seq = first + acts.size();
      var row = row(seq, act, recordedAt, salts);
      rows.add(row);
      leaves.add(row.entry().leaf());
      acts.add(row.act());
    }
    new Acts(handle).insert(rows);
    log.append(leaves);
    for (var listener : listeners) {
      listener.onActs(handle, acts);
    }
    return acts;
  }

  /// The acts about one subject, oldest first.
  public List<Act> listAbout(Handle handle, UUID subject) {
    return new Acts(handle).listAbout(subject);
  }

  /// Everything with which the person can open the commitments about them; nothing once erased.
  public List<OpenAct> listOpen(Handle handle, UUID subject) {
    return new Acts(handle).listOpen(subject);
  }

  /// Makes every commitment about this subject impossible to open: deletes payloads and salts. The
  /// entries of the record stay, and so does the tree.
  public void erase(Handle handle, UUID subject) {
    new Acts(handle).erase(subject, clock.instant());
  }

  private ActRow row(long seq, NewAct act, Instant recordedAt, Map<UUID, byte[]> salts) {
    var committed = new LinkedHashMap<String, Object>();
    committed.put("act", act.type().code());
    committed.put("at", act.at().toString());
    committed.put("by", act.actor().kind());
    committed.put("details", act.payload());
    committed.put("subject", act.subjectKind() + ":" + act.subjectId());
    String payload;
    try {
      payload = CANONICAL.writeValueAsString(committed);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The payload of %s holds something other than texts and numbers.".formatted(act.type()),
          e);
    }
    var salt = vault.randomBytes(SALT_BYTES);
    var entry =
        RecordEntry.at(
            act.type().entryType(),
            recordedAt,
            SubjectTag.of(subjectSalt(salts, act.subjectId()), act.subjectId().toString()),
            Commitment.of(salt, payload.getBytes(StandardCharsets.UTF_8)));
    var numbered =
        new Act(
            seq,
            act.type(),
            act.subjectKind(),
            act.subjectId(),
            act.actor(),
            act.at(),
            recordedAt,
            act.payload());
    return new ActRow(numbered, payload, salt, entry);
  }

  private static byte[] subjectSalt(Map<UUID, byte[]> salts, UUID subject) {
    var salt = salts.get(subject);
    if (salt == null) {
      throw new IllegalStateException("No salt for subject %s.".formatted(subject));
    }
    return salt;
  }

  private Map<UUID, byte[]> subjectSalts(Handle handle, List<NewAct> news) {
    var subjects = news.stream().map(NewAct::subjectId).distinct().toList();
    return new Acts(handle).subjectSalts(subjects, () -> vault.randomBytes(SALT_BYTES));
  }

  static Map<String, Object> details(String payload) {
    try {
      var committed = CANONICAL.readTree(payload);
      return CANONICAL.convertValue(
          committed.path("details"),
          new com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored payload cannot be read", e);
    }
  }
}
