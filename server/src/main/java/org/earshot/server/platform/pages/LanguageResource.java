package org.earshot.server.platform.pages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.earshot.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/// Remembers the language that somebody chose, and goes back to where they were.
@Path("/language")
@RunOnVirtualThread
public final class LanguageResource {

  private static final int ONE_YEAR_SECONDS = 365 * 24 * 3600;

  @GET
  @Path("/{code}")
  @PermitAll
  public Response choose(@PathParam("code") String code, @QueryParam("to") @Nullable String to) {
    var language = Language.findByCode(code).orElseThrow(NotFoundException::new);
    return Response.seeOther(LocalAddress.orStart(to))
        .cookie(
            new NewCookie.Builder(Visitor.LANGUAGE_COOKIE)
                .value(language.code())
                .path("/")
                .maxAge(ONE_YEAR_SECONDS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build())
        .build();
  }
}
