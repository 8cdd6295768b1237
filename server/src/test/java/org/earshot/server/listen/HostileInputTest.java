package org.earshot.server.listen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.testing.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to the form when those who send it mean no good, or their devices are broken.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HostileInputTest {

  @Inject SmallTown town;
  @Inject Database database;
  @Inject FormStamp stamp;

  @BeforeEach
  void aTown() {
    town.frontDesk();
  }

  private RequestSpecification form() {
    return given()
        .redirects()
        .follow(false)
        .multiPart("send", "yes")
        .multiPart("stamp", stamp.issue())
        .multiPart("key", UUID.randomUUID().toString());
  }

  private String mine(String location) {
    return location.replace("/received", "");
  }

  private java.net.http.HttpResponse<String> post(byte[] body, String type)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:%d/say".formatted(RestAssured.port)))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void scriptsAreOnlyWords() {
    var location =
        form().multiPart("words", "<script>alert('hi')</script>\"><img src=x>").post("/say");
    var page = given().get(mine(location.header("Location"))).asString();
    assertThat(page)
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x");
  }

  @Test
  void brokenUtf8IsReadAsFarAsItGoes() throws Exception {
    var answer =
        post(
            "words=caf%C3%A9+%FF%FE%00+lamp%ED%A0%80".getBytes(StandardCharsets.US_ASCII),
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("café").contains("lamp").doesNotContain("\u0000");
  }

  @Test
  void browsersSendUtf8WithoutSayingSo() throws Exception {
    var body =
        "--x\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nLa lámpara está rota 路灯\r\n--x--\r\n";
    var answer = post(body.getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=x");
    assertThat(answer.body()).contains("La lámpara está rota 路灯");
  }

  @Test
  void aMegabyteIsAnsweredPolitely() throws Exception {
    var answer =
        post(
            ("words=" + "a+lamp+".repeat(150_000)).getBytes(StandardCharsets.US_ASCII),
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("there is room for 20,000").contains("a lamp a lamp");
  }

  @Test
  void hundredsOfFieldsAreRefused() {
    var many = form();
    for (int i = 0; i < 900; i++) {
      many = many.multiPart("segment", "x" + i);
    }
    assertThat(many.multiPart("words", "many").post("/say").statusCode()).isIn(400, 413);
  }

  @Test
  void aFileThatIsNoPictureIsNamed() {
    form()
        .multiPart("words", "See the photo")
        .multiPart("photos", "photo.jpg", "<html>".getBytes(StandardCharsets.UTF_8), "image/jpeg")
        .post("/say")
        .then()
        .statusCode(422)
        .body(containsString("We could not read photo 1"))
        .body(containsString("See the photo"));
  }

  @Test
  void aPhotoIsServedToItsPersonOnlyAndAsAJpeg() throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    var location =
        form()
            .multiPart("words", "With a photo")
            .multiPart("photos", "a.png", png.toByteArray(), "image/png")
            .post("/say")
            .header("Location");
    var page = given().get(mine(location)).asString();
    var address = page.replaceAll("(?s).*href=\"(/v/[^\"]*/photos/[^\"]*)\".*", "$1");
    given().get(address).then().statusCode(200).contentType("image/jpeg");
    var other = form().multiPart("words", "Somebody else").post("/say").header("Location");
    given()
        .get(mine(other) + address.substring(address.indexOf("/photos/")))
        .then()
        .statusCode(404);
  }

  @Test
  void nonsenseInEveryOtherFieldIsIgnored() {
    form()
        .multiPart("words", "Plain")
        .multiPart("area", "'; DROP TABLE voice; --")
        .multiPart("segment", "not-an-id")
        .multiPart("segment", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz")
        .multiPart("need", UUID.randomUUID().toString())
        .multiPart("longitude", "NaN")
        .multiPart("latitude", "1e999")
        .multiPart("language", "klingon")
        .post("/say")
        .then()
        .statusCode(303);
  }

  @Test
  void fivePhotosAreOneTooMany() {
    var five = form().multiPart("words", "Five");
    for (int i = 0; i < 5; i++) {
      five = five.multiPart("photos", i + ".jpg", new byte[] {1}, "image/jpeg");
    }
    five.post("/say").then().statusCode(422).body(containsString("no more than 4 photos"));
  }
}
