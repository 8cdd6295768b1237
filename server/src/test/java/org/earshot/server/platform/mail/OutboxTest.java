package org.earshot.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to a message between the outbox and a real SMTP server.
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class OutboxTest {

  @Inject Outbox outbox;
  @Inject Database database;
  @Inject SmallTown town;

  @SuppressWarnings("NullAway.Init") // given by the post office
  GreenMail mail;

  @BeforeEach
  void clear() {
    town.frontDesk();
    database.useTransaction(handle -> handle.execute("DELETE FROM outbox"));
  }

  @AfterEach
  void open() {
    mail.reset();
  }

  private UUID put(String to) {
    return put(OutgoingMessage.Channel.EMAIL, to);
  }

  private UUID put(OutgoingMessage.Channel channel, String to) {
    var about = UUID.randomUUID();
    database.useTransaction(
        handle ->
            outbox.add(
                handle,
                List.of(
                    new OutgoingMessage(
                        channel,
                        to,
                        "An answer for you",
                        "The lamps are lit.\n\nSee https://town.example/v <now>",
                        Language.EN,
                        "token123",
                        "test",
                        about,
                        about))));
    return about;
  }

  private String stateOf(UUID about) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT state || ' ' || tries || ' ' || (body_sealed IS NULL) FROM outbox WHERE subject_id = :about")
                .bind("about", about)
                .mapTo(String.class)
                .one());
  }

  private void dueNow(Duration age) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    "UPDATE outbox SET next_try_at = now(), created_at = now() - CAST(:age AS interval)")
                .bind("age", age.toHours() + " hours")
                .execute());
  }

  private List<Message> arrived(String to) {
    return Arrays.stream(mail.getReceivedMessages())
        .map(Message.class::cast)
        .filter(message -> GreenMailUtil.getAddressList(recipients(message)).contains(to))
        .toList();
  }

  private static jakarta.mail.Address[] recipients(Message message) {
    try {
      return message.getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMessageArrivesAsTextAndHtmlAndItsBodyIsEmptied() throws Exception {
    var about = put("rosa@example.org");
    outbox.send();
    assertThat(stateOf(about)).isEqualTo("sent 1 true");
    var message = arrived("rosa@example.org").getFirst();
    assertThat(message.getReplyTo()[0]).hasToString("reply+token123@replies.smalltown.example");
    assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
    var whole = GreenMailUtil.getWholeMessage(message);
    assertThat(whole).contains("text/plain", "text/html", "&lt;now&gt;");
  }

  @Test
  void anAddressThatIsRefusedIsNotTriedAgain() throws Exception {
    int port = mail.getSmtp().getPort();
    mail.stop();
    try (var _ = new RefusingPost(port)) {
      var about = put("nobody@example.org");
      outbox.send();
      assertThat(stateOf(about)).isEqualTo("refused 1 true");
    } finally {
      mail.start();
    }
  }

  @Test
  void whenTheServerIsAwayItIsTriedAgainAndAfterThreeDaysGivenUp() {
    mail.stop();
    try {
      var about = put("rosa@example.org");
      outbox.send();
      assertThat(stateOf(about)).isEqualTo("waiting 1 false");
      outbox.send();
      assertThat(stateOf(about)).as("not before its time").isEqualTo("waiting 1 false");
      dueNow(Duration.ofHours(1));
      outbox.send();
      assertThat(stateOf(about)).isEqualTo("waiting 2 false");
      dueNow(Duration.ofHours(73));
      outbox.send();
      assertThat(stateOf(about)).isEqualTo("gave_up 3 true");
    } finally {
      mail.start();
    }
  }

  @Test
  void withoutASmsProviderATextMessageWaitsAndNoTryIsCounted() {
    var about = put(OutgoingMessage.Channel.SMS, "+447700900123");
    outbox.send();
    assertThat(stateOf(about)).isEqualTo("waiting 0 false");
    dueNow(Duration.ofHours(100));
    outbox.send();
    assertThat(stateOf(about)).as("never given up").isEqualTo("waiting 0 false");
  }

  @Test
  void erasingAVoiceTakesItsMessagesAlong() {
    var about = put("rosa@example.org");
    database.useTransaction(handle -> outbox.forget(handle, about));
    outbox.send();
    assertThat(arrived("rosa@example.org")).isEmpty();
  }
}
