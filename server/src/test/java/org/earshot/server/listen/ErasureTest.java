package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.ledger.NewAct;
import org.earshot.server.ledger.RecordLog;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.SmallTown;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Erasing leaves nothing of a person in any table, file or export, and the record whole.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ErasureTest {

  /// In nothing but the voices of one test.
  private final String marker = "zq" + UUID.randomUUID().toString().replace("-", "") + "qz";

  private final double longitude =
      12 + java.util.concurrent.ThreadLocalRandom.current().nextInt(1, 999_999) * 1e-7;

  @Inject SmallTown town;
  @Inject Database database;
  @Inject Intake intake;
  @Inject OwnVoice own;
  @Inject ContactDesk contacts;
  @Inject Erasure erasure;
  @Inject Retention retention;
  @Inject VoiceBook voices;
  @Inject VoiceBundle bundle;
  @Inject Ledger ledger;
  @Inject RecordLog log;
  @Inject SignedIn signedIn;

  @Inject
  @ConfigProperty(name = "earshot.data")
  String data;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  /// A voice with the marker wherever a person can put something.
  private Heard planted(Instant at) {
    var voice =
        new NewVoice(
            marker + " the lamp is dark",
            "en",
            "web",
            at,
            at,
            town.frontDesk(),
            new NewVoice.Whereabouts(null, marker + " Lane", longitude, 45.678912),
            Set.of(),
            new NewContact("email", marker + "@example.org", "en", false),
            true,
            false,
            new NewVoice.Origin(marker + "-source", marker + "-" + UUID.randomUUID()),
            null,
            "links",
            List.of(new Photo("image/jpeg", 1, 1, marker.getBytes(StandardCharsets.UTF_8))),
            false);
    return intake.hear(voice, Actor.person(), (handle, heard) -> contacts.ask(handle, heard.id()));
  }

  /// Every table, column and row in which one of these stands, as text or as bytes.
  private List<String> found(Handle handle, List<String> sought) {
    List<String> tables =
        handle
            .createQuery(
                """
                SELECT table_name FROM information_schema.tables
                 WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                """)
            .mapTo(String.class)
            .list();
    var places = new ArrayList<String>();
    for (var table : tables) {
      // A row as text holds every column; bytea columns come out in hexadecimal.
      for (var one : sought) {
        var hex = HexFormat.of().formatHex(one.getBytes(StandardCharsets.UTF_8));
        long rows =
            handle
                .createQuery(
                    "SELECT count(*) FROM \"%s\" t WHERE t::text ILIKE :text OR t::text LIKE :hex"
                        .formatted(table))
                .bind("text", "%" + one + "%")
                .bind("hex", "%" + hex + "%")
                .mapTo(Long.class)
                .one();
        if (rows > 0) {
          places.add(table + " holds " + one);
        }
      }
    }
    return places;
  }

  /// What staff wrote about the voice, in the tables of other features.
  private void plantCasework(Handle handle, UUID voice) {
    var staff = signedIn.with("caseworker").id();
    var answer = UUID.randomUUID();
    var group = UUID.randomUUID();
    for (var sql :
        List.of(
            "INSERT INTO case_note (id, voice_id, staff_id, words, at) VALUES (:id, :voice, :staff, :marker, now())",
            "UPDATE case_work SET waiting_for = :marker, waiting_since = now() WHERE voice_id = :voice",
            """
            INSERT INTO answer (id, voice_id, service_id, outcome, state, author_id, created_at, changed_at, sent_at)
            VALUES (:answer, :voice, :service, 'done', 'sent', :staff, now(), now(), now())
            """,
            "INSERT INTO answer_text (answer_id, language, words) VALUES (:answer, 'en', :marker)",
            """
            INSERT INTO delivery (id, answer_id, voice_id, channel, language, state, at, changed_at)
            VALUES (:id, :answer, :voice, 'receipt', 'en', 'shown', now(), now())
            """,
            "INSERT INTO felt_heard (voice_id, answer_id, score, words, at) VALUES (:voice, :answer, 1, :marker, now())",
            "INSERT INTO alike_group (id, service_id, label, found_at) VALUES (:group, :service, 'lamp', now())",
            "INSERT INTO alike_voice (group_id, voice_id) VALUES (:group, :voice)")) {
      var update = handle.createUpdate(sql);
      Map.of(
              "id", UUID.randomUUID(),
              "voice", voice,
              "staff", staff,
              "answer", answer,
              "group", group,
              "service", town.frontDesk())
          .forEach(
              (name, id) -> {
                if (sql.contains(":" + name)) {
                  update.bind(name, id);
                }
              });
      if (sql.contains(":marker")) {
        update.bind("marker", marker);
      }
      update.execute();
    }
    ledger.append(
        handle,
        List.of(
            new NewAct(
                ActType.ANSWER_GIVEN,
                "answer",
                answer,
                Actor.staff(staff),
                Instant.now(),
                Map.of("words", marker))));
  }

  @Test
  void whatWasPlantedEverywhereIsFoundNowhere() throws IOException {
    var heard = planted(Instant.now());
    own.add(heard.id(), "addition", marker + " and wet");
    own.correct(heard.id(), marker + " the lamp is broken");
    database.useTransaction(
        handle ->
            handle
                .createUpdate("UPDATE voice SET shown_words = :words WHERE id = :id")
                .bind("words", marker)
                .bind("id", heard.id())
                .execute());
    database.useTransaction(handle -> plantCasework(handle, heard.id()));
    String sealedCode =
        HexFormat.of()
            .formatHex(
                database.read(
                    handle -> new StoredVoices(handle).findSealedCode(heard.id()).orElseThrow()));
    List<String> salts =
        database.read(handle -> ledger.listOpen(handle, heard.id())).stream()
            .flatMap(act -> List.of(act.salt(), act.subjectSalt()).stream())
            .distinct()
            .toList();
    List<String> before = database.read(handle -> found(handle, List.of(marker)));
    assertThat(before)
        .contains(
            "voice holds " + marker,
            "voice_addition holds " + marker,
            "voice_photo holds " + marker,
            "case_note holds " + marker,
            "case_work holds " + marker,
            "answer_text holds " + marker,
            "felt_heard holds " + marker,
            "act holds " + marker);
    log.signCheckpoint();
    long leaves = log.findLatest().orElseThrow().size();

    erasure.erase(heard.id(), Actor.person());

    var sought = new ArrayList<>(salts);
    sought.add(marker);
    sought.add(Double.toString(longitude));
    sought.add(sealedCode);
    List<String> after = database.read(handle -> found(handle, sought));
    assertThat(after).isEmpty();
    for (var table :
        List.of(
            "contact", "outbox", "voice_photo", "voice_addition", "alike_voice", "act_subject")) {
      var column = table.equals("act_subject") ? "id" : "voice_id";
      long rows =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          "SELECT count(*) FROM %s WHERE %s = :id".formatted(table, column))
                      .bind("id", heard.id())
                      .mapTo(Long.class)
                      .one());
      assertThat(rows).as(table).isZero();
    }
    given().get("/v/" + heard.code().value()).then().statusCode(404);
    log.signCheckpoint();
    assertThat(log.findLatest().orElseThrow().size()).isEqualTo(leaves + 1);
  }

  @Test
  void theListOutsideTheBackupNamesTheVoiceForItsOwnerOnly() throws IOException {
    var heard = planted(Instant.now());
    erasure.erase(heard.id(), Actor.person());
    erasure.erase(heard.id(), Actor.person());
    var list = Path.of(data).resolve("erasures.log");
    assertThat(
            Files.readString(list).lines().filter(line -> line.startsWith(heard.id().toString())))
        .hasSize(1);
    assertThat(Files.getPosixFilePermissions(list))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whoWasErasedIsStillCountedAsHeard() {
    var heard = planted(Instant.now());
    erasure.erase(heard.id(), Actor.system());
    var file = database.read(handle -> voices.find(handle, heard.id())).orElseThrow();
    assertThat(file.erased()).isTrue();
    assertThat(file.words()).isEmpty();
    assertThat(file.contact()).isNull();
    List<Act> acts = database.read(handle -> ledger.listAbout(handle, heard.id()));
    assertThat(acts)
        .allSatisfy(act -> assertThat(act.payload()).isEmpty())
        .anySatisfy(act -> assertThat(act.type()).isEqualTo(ActType.VOICE_ERASED));
  }

  @Test
  void everythingIsInTheFileThatAPersonTakesAlong() throws IOException {
    var heard = planted(Instant.now());
    var reader = new Reader(Language.EN, java.time.ZoneOffset.UTC);
    var names = new ArrayList<String>();
    var json = "";
    try (var zip =
        new java.util.zip.ZipInputStream(
            new java.io.ByteArrayInputStream(bundle.zip(heard.id(), reader)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        if (entry.getName().equals("voice.json")) {
          json = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    assertThat(names).containsExactly("voice.json", "photo-1.jpg");
    assertThat(json)
        .contains(marker + " the lamp is dark", marker + "@example.org", heard.code().value())
        .contains("\"salt\"", "\"payload\"", "\"proof\"");
  }

  @Test
  void nothingIsKeptLongerThanWasSaid() {
    var now = Instant.now();
    var old = planted(now.minus(java.time.Duration.ofDays(5 * 366)));
    var lateButActive = planted(now.minus(java.time.Duration.ofDays(5 * 366)));
    database.useTransaction(
        handle ->
            ledger.append(
                handle,
                List.of(
                    NewAct.aboutVoice(
                        ActType.VOICE_ADDED,
                        lateButActive.id(),
                        Actor.person(),
                        now,
                        Map.of("words", "still here")))));
    var twoYears = planted(now.minus(java.time.Duration.ofDays(2 * 366 + 2)));
    var fresh = planted(now);
    retention.keepTo(now);
    assertThat(file(old).erased()).isTrue();
    assertThat(file(lateButActive).erased()).isFalse();
    assertThat(file(twoYears).erased()).isFalse();
    assertThat(file(twoYears).contact()).isNull();
    assertThat(file(fresh).contact()).isNotNull();
  }

  private VoiceFile file(Heard heard) {
    return database.read(handle -> voices.find(handle, heard.id())).orElseThrow();
  }
}
