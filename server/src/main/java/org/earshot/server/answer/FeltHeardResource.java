package org.earshot.server.answer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.VoiceAccess;
import org.earshot.server.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// "Did you feel heard?", asked under each answer on the page that the receipt code opens. A later
/// check of the same answer replaces the earlier one; "not solved" opens the case again.
@Path("/v/{code}/felt-heard")
@RunOnVirtualThread
public final class FeltHeardResource {

  private static final int LONGEST_WORDS = 2_000;

  private final VoiceAccess access;
  private final Checking checking;
  private final Ledger ledger;
  private final Database database;
  private final Clock clock;

  FeltHeardResource(
      VoiceAccess access, Checking checking, Ledger ledger, Database database, Clock clock) {
    this.access = access;
    this.checking = checking;
    this.ledger = ledger;
    this.database = database;
    this.clock = clock;
  }

  @POST
  @PermitAll
  public Response check(
      @PathParam("code") String code,
      @FormParam("answer") @Nullable String answer,
      @FormParam("score") @Nullable String score,
      @FormParam("solved") @Nullable String solved,
      @FormParam("words") @Nullable String words) {
    var voice = access.find(code).orElseThrow(NotFoundException::new);
    var check =
        new PastAct.Checked(
            voice,
            id(answer),
            score(score),
            solved(solved),
            words(words).orElse(null),
            clock.instant());
    boolean given =
        database.inTransaction(
            handle -> {
              var acts = checking.check(handle, List.of(check));
              ledger.append(handle, acts);
              return !acts.isEmpty();
            });
    if (!given) {
      throw new NotFoundException(); // there is no such answer to this voice
    }
    return Response.seeOther(URI.create("/v/" + code)).build();
  }

  private static UUID id(@Nullable String answer) {
    return Optional.ofNullable(answer).map(VoiceListForm::id).orElseThrow(BadRequestException::new);
  }

  private static @Nullable Integer score(@Nullable String score) {
    if (score == null || score.isEmpty()) {
      return null;
    }
    if (!score.matches("[1-5]")) {
      throw new BadRequestException();
    }
    return Integer.valueOf(score);
  }

  private static @Nullable Boolean solved(@Nullable String solved) {
    return "yes".equals(solved) ? Boolean.TRUE : "no".equals(solved) ? Boolean.FALSE : null;
  }

  private static Optional<String> words(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return Optional.empty();
    }
    var text = Normalizer.normalize(words.replace("\0", "").strip(), Normalizer.Form.NFC);
    if (text.length() > LONGEST_WORDS) {
      throw new BadRequestException();
    }
    return Optional.of(text);
  }
}
