package org.earshot.server.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.earshot.record.Checkpoint;
import org.earshot.record.NoteVerifier;
import org.earshot.record.ReceiptProof;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.junit.jupiter.api.Test;

/// Acts and their leaves are one: numbered, proven, and erasable without harm to the tree.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LedgerTest {

  @Inject Ledger ledger;
  @Inject RecordLog log;
  @Inject Database database;

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static NewAct heard(UUID voice) {
    return NewAct.aboutVoice(
        ActType.VOICE_ADDED, voice, Actor.person(), NOON, Map.of("words", "The lamp is dark"));
  }

  private List<Act> append(List<NewAct> acts) {
    return database.inTransaction(handle -> ledger.append(handle, acts));
  }

  @Test
  void everyActHasAProofUnderTheNextCheckpoint() {
    var acts = append(IntStream.range(0, 1_000).mapToObj(_ -> heard(UUID.randomUUID())).toList());
    log.signCheckpoint();
    var key = NoteVerifier.parse(log.findVerifierKey().orElseThrow());
    for (var act : List.of(acts.getFirst(), acts.get(499), acts.getLast())) {
      assertThat(log.findProof(act.seq()).orElseThrow().check(key))
          .isInstanceOf(ReceiptProof.Check.Proven.class);
    }
  }

  @Test
  void aTransactionThatFailsLeavesNeitherActNorLeaf() {
    append(List.of(heard(UUID.randomUUID())));
    log.signCheckpoint();
    long before = log.findLatest().orElseThrow().size();
    var voice = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                database.useTransaction(
                    handle -> {
                      ledger.append(handle, List.of(heard(voice)));
                      throw new IllegalStateException("the world failed");
                    }))
        .hasMessage("the world failed");
    log.signCheckpoint();
    assertThat(log.findLatest().orElseThrow().size()).isEqualTo(before);
    List<Act> left = database.read(handle -> ledger.listAbout(handle, voice));
    assertThat(left).isEmpty();
    assertThat(append(List.of(heard(voice))).getFirst().seq()).isEqualTo(before);
  }

  @Test
  void erasingASubjectRemovesWhatWasSaidAndLeavesTheProof() {
    var voice = UUID.randomUUID();
    var act = append(List.of(heard(voice))).getFirst();
    database.useTransaction(handle -> ledger.erase(handle, voice));
    assertThat(database.read(handle -> ledger.listAbout(handle, voice)).getFirst().payload())
        .isEmpty();
    log.signCheckpoint();
    var key = NoteVerifier.parse(log.findVerifierKey().orElseThrow());
    assertThat(log.findProof(act.seq()).orElseThrow().check(key))
        .isInstanceOf(ReceiptProof.Check.Proven.class);
  }

  @Test
  void theServedCheckpointOpensWithThePublishedKey() {
    append(List.of(heard(UUID.randomUUID())));
    log.signCheckpoint();
    var note = given().get("/checkpoint").then().statusCode(200).extract().asByteArray();
    var key = NoteVerifier.parse(log.findVerifierKey().orElseThrow());
    assertThat(Checkpoint.open(note, key)).isInstanceOf(Checkpoint.Opening.Trusted.class);
    given().get("/record").then().statusCode(200).body(containsString(key.vkey()));
  }

  @Test
  void aPublicEntryTellsNobodysWords() {
    var act = append(List.of(heard(UUID.randomUUID()))).getFirst();
    var page = given().get("/record/entry/" + act.seq()).then().statusCode(200).extract();
    assertThat(page.asString()).doesNotContain("lamp").contains("earshot/1 voice ");
  }

  @Test
  void pathsThatAreNoTilesAreNotFound() {
    for (var path :
        List.of("0/x1", "64/000", "0/000.p/256", "0/999", "entries/999.p/3", "0/..%2f..%2fetc")) {
      assertThat(given().get("/tile/" + path).statusCode()).as(path).isIn(404, 400);
    }
    append(List.of(heard(UUID.randomUUID())));
    var first = given().get("/tile/entries/000.p/1").then().statusCode(200).extract();
    assertThat(new String(first.asByteArray(), StandardCharsets.UTF_8)).contains("earshot/1 ");
  }
}
