package org.earshot.server.listen;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.earshot.record.Hash;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.OpenAct;
import org.earshot.server.ledger.RecordLog;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.keys.Vault;
import org.jdbi.v3.core.Handle;

/// Everything that is kept about one voice in one ZIP file: `voice.json`, the photos, and for every
/// act what opens its commitment in the public record, with the proof that it is there.
@ApplicationScoped
class VoiceBundle {

  private final Database database;
  private final VoiceBook voices;
  private final Stories stories;
  private final Ledger ledger;
  private final RecordLog log;
  private final Places places;
  private final Vault vault;
  private final ObjectMapper json;

  VoiceBundle(
      Database database,
      VoiceBook voices,
      Stories stories,
      Ledger ledger,
      RecordLog log,
      Places places,
      Vault vault,
      ObjectMapper json) {
    this.database = database;
    this.voices = voices;
    this.stories = stories;
    this.ledger = ledger;
    this.log = log;
    this.places = places;
    this.vault = vault;
    this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
  }

  byte[] zip(UUID voice, Reader reader) {
    log.signCheckpoint();
    return database.read(handle -> zip(handle, voice, reader));
  }

  private byte[] zip(Handle handle, UUID voice, Reader reader) {
    var file = voices.find(handle, voice).orElseThrow();
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("voice.json"));
      zip.write(json.writeValueAsBytes(everything(handle, file, reader)));
      int number = 0;
      for (var id : file.photos()) {
        number++;
        zip.putNextEntry(new ZipEntry("photo-%d.jpg".formatted(number)));
        zip.write(voices.findPhoto(handle, voice, id).orElseThrow().content());
      }
      zip.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private Map<String, Object> everything(Handle handle, VoiceFile file, Reader reader) {
    var all = new LinkedHashMap<String, Object>();
    all.put("code", voices.findCode(handle, file.id()).map(ReceiptCode::value).orElse(""));
    all.put("publicNumber", file.publicNumber());
    all.put("id", file.id().toString());
    all.put("channel", file.channel());
    all.put("saidAt", file.saidAt().toString());
    all.put("receivedAt", file.receivedAt().toString());
    all.put("language", file.language());
    all.put("words", file.words());
    all.put(
        "additions",
        file.additions().stream()
            .map(
                addition ->
                    Map.of(
                        "kind", addition.kind(),
                        "words", addition.words(),
                        "at", addition.at().toString()))
            .toList());
    put(all, "area", Optional.ofNullable(file.area()).flatMap(places::findArea).map(Area::name));
    put(all, "place", Optional.ofNullable(file.place()));
    put(all, "longitude", Optional.ofNullable(file.longitude()));
    put(all, "latitude", Optional.ofNullable(file.latitude()));
    all.put("about", about(file, reader));
    all.put("mayShow", file.mayShow());
    put(all, "shownWords", Optional.ofNullable(file.shownWords()));
    new Contacts(handle)
        .find(file.id(), vault)
        .ifPresent(
            contact ->
                all.put(
                    "contact",
                    Map.of(
                        "kind", contact.kind(),
                        "address", contact.address(),
                        "confirmed", contact.confirmed())));
    var story = stories.tell(handle, file.id(), reader);
    all.put(
        "happened",
        story.allHappened().stream()
            .map(line -> Map.of("at", line.at().toString(), "text", line.text()))
            .toList());
    all.put("answers", story.letters().stream().map(VoiceBundle::answer).toList());
    all.put("record", ledger.listOpen(handle, file.id()).stream().map(this::act).toList());
    all.put("verifierKey", log.findVerifierKey().orElse(""));
    return all;
  }

  private static void put(Map<String, Object> all, String name, Optional<?> value) {
    value.ifPresent(known -> all.put(name, known));
  }

  private List<Map<String, String>> about(VoiceFile file, Reader reader) {
    return places.dimensions().stream()
        .flatMap(
            dimension ->
                dimension.segments().stream()
                    .filter(segment -> file.segments().contains(segment.id()))
                    .map(
                        segment ->
                            Map.of(
                                "question", dimension.name(reader.language()),
                                "answer", segment.name(reader.language()))))
        .toList();
  }

  private static Map<String, Object> answer(Letter letter) {
    var out = new LinkedHashMap<String, Object>();
    out.put("at", letter.at().toString());
    out.put("from", letter.from());
    out.put("outcome", letter.outcomeText());
    out.put("words", letter.words());
    var given = letter.given();
    if (given != null) {
      var felt = new LinkedHashMap<String, Object>();
      put(felt, "score", Optional.ofNullable(given.score()));
      put(felt, "solved", Optional.ofNullable(given.solved()));
      put(felt, "words", Optional.ofNullable(given.words()));
      felt.put("at", given.at().toString());
      out.put("feltHeard", felt);
    }
    return out;
  }

  private Map<String, Object> act(OpenAct act) {
    var out = new LinkedHashMap<String, Object>();
    out.put("index", act.seq());
    out.put("entry", act.entry());
    out.put("payload", act.payload());
    out.put("salt", act.salt());
    out.put("subjectSalt", act.subjectSalt());
    log.findProof(act.seq())
        .ifPresent(
            proof -> {
              out.put("leaf", Objects.requireNonNull(proof.leaf()).base64());
              out.put("proof", proof.proof().stream().map(Hash::base64).toList());
              out.put("checkpoint", proof.checkpoint());
            });
    return out;
  }
}
