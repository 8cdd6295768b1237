package org.earshot.server.platform.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.Erasure;
import org.earshot.server.listen.Heard;
import org.earshot.server.listen.NewContact;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.identity.SignedIn;
import org.earshot.server.testing.SmallTown;
import org.earshot.server.testing.Townspeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An answer's way into a mailbox, and out of the house again when a person has it erased.
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class AnswerDeliveryTest {

  @Inject Outbox outbox;
  @Inject Database database;
  @Inject Ledger ledger;
  @Inject SmallTown town;
  @Inject Townspeople people;
  @Inject SignedIn signedIn;
  @Inject Erasure erasure;

  @SuppressWarnings("NullAway.Init") // given by the post office
  GreenMail mail;

  @AfterEach
  void clear() {
    mail.reset();
  }

  private Heard answered(String address, String words) {
    var service = town.service("streets", false);
    var dana = signedIn.with(Set.of(service), Roles.CASEWORKER);
    var voice =
        people.say(
            "The marker lamp is dark", "fr", service, new NewContact("email", address, "fr", true));
    var answer =
        given()
            .redirects()
            .follow(false)
            .cookie(SignedIn.COOKIE, dana.token())
            .formParam("voice", voice.publicNumber())
            .post("/staff/answers")
            .header("Location");
    given()
        .redirects()
        .follow(false)
        .cookie(SignedIn.COOKIE, dana.token())
        .formParam("outcome", "done")
        .formParam("words-fr", words)
        .formParam("do", "send")
        .post(answer)
        .then()
        .statusCode(303);
    return voice;
  }

  private List<ActType> acts(Heard voice) {
    List<Act> acts = database.read(handle -> ledger.listAbout(handle, voice.id()));
    return acts.stream().map(Act::type).toList();
  }

  @Test
  void theAnswerArrivesWithTheWordsAndTheWayBack() throws Exception {
    var voice = answered("rosa@example.org", "La lampe est réparée.");
    outbox.send();
    assertThat(acts(voice)).contains(ActType.VOICE_ANSWERED, ActType.DELIVERED);
    var message =
        Arrays.stream(mail.getReceivedMessages())
            .filter(one -> GreenMailUtil.getWholeMessage(one).contains("rosa@example.org"))
            .findFirst()
            .orElseThrow();
    assertThat(message.getSubject()).doesNotContain("lampe");
    assertThat(message.getReplyTo()[0].toString()).endsWith("@replies.smalltown.example");
    var text = ((jakarta.mail.Multipart) message.getContent()).getBodyPart(0).getContent();
    assertThat(text.toString()).contains("La lampe est réparée.", "/v/" + voice.code().value());
  }

  @Test
  void anAddressThatRefusesLeavesTheAnswerOnThePage() throws Exception {
    var voice = answered("nobody@example.org", "Voici.");
    int port = mail.getSmtp().getPort();
    mail.stop();
    try (var _ = new RefusingPost(port)) {
      outbox.send();
    } finally {
      mail.start();
    }
    assertThat(acts(voice)).contains(ActType.DELIVERY_FAILED);
    assertThat(state(voice.id())).isEqualTo("refused");
    given().get("/v/" + voice.code().value()).then().statusCode(200);
  }

  private String state(UUID voice) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT state FROM delivery WHERE voice_id = :voice")
                .bind("voice", voice)
                .mapTo(String.class)
                .one());
  }

  @Test
  void erasingForgetsTheAnswerThatWasForThePersonAlone() {
    var voice = answered("gone@example.org", "Le secret de la lampe.");
    erasure.erase(voice.id(), org.earshot.server.ledger.Actor.person());
    outbox.send();
    assertThat(
            Arrays.stream(mail.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList())
        .noneMatch(whole -> whole.contains("gone@example.org"));
    var left =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) FROM answer a LEFT JOIN answer_text t ON t.answer_id = a.id
                         WHERE a.voice_id = :voice AND t.words IS NOT NULL
                        """)
                    .bind("voice", voice.id())
                    .mapTo(Long.class)
                    .one());
    assertThat(left).isZero();
    long payloads =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM act WHERE payload LIKE '%Le secret de la lampe%'")
                    .mapTo(Long.class)
                    .one());
    assertThat(payloads).isZero();
  }
}
