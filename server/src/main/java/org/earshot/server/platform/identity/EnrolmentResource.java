package org.earshot.server.platform.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.QrPicture;
import org.earshot.server.platform.pages.Visitor;

/// Setting up an authenticator app: before anything else for administrators, from one's account for
/// everybody.
@Path("/login/enrol")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class EnrolmentResource {

  /// The page with the QR code and the secret in letters.
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Enrolment(
      boolean mandatory, RawString picture, String secret, String to, FormErrors errors)
      implements TemplateInstance {}

  /// The page that shows recovery codes, once.
  @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RecoveryCodes(List<String> codes, String to) implements TemplateInstance {}

  private final SignIn signIn;
  private final MyAccounts accounts;
  private final SessionCookie cookie;
  private final Bodies bodies;
  private final Visitor visitor;
  private final HttpServerRequest request;

  EnrolmentResource(
      SignIn signIn,
      MyAccounts accounts,
      SessionCookie cookie,
      Bodies bodies,
      Visitor visitor,
      HttpServerRequest request) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.cookie = cookie;
    this.bodies = bodies;
    this.visitor = visitor;
    this.request = request;
  }

  @GET
  @PermitAll
  public Response show(@QueryParam("to") @DefaultValue("") String to) {
    var account = findAccount();
    if (account.isEmpty() || account.get().secondFactor()) {
      return Response.seeOther(LoginResource.withNext("/login", to)).build();
    }
    return Response.ok(page(account.get(), to, new FormErrors())).build();
  }

  @POST
  @PermitAll
  public Response confirm(
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("to") @DefaultValue("") String to) {
    var account = findAccount();
    var token = cookie.read(request);
    if (account.isEmpty() || account.get().secondFactor() || token.isEmpty()) {
      return Response.seeOther(LoginResource.withNext("/login", to)).build();
    }
    var enrolled =
        accounts.enrol(
            account.get().id(), token.get(), code, LoginResource.clientOf(visitor, request));
    if (enrolled.isEmpty()) {
      var errors = new FormErrors();
      errors.add("code", visitor.reader().text("identity.enrol.wrong"));
      return Response.status(422).entity(page(account.get(), to, errors)).build();
    }
    return Response.ok(new RecoveryCodes(enrolled.get().codes(), LoginResource.next(to).toString()))
        .cookie(cookie.write(request, enrolled.get().token()))
        .build();
  }

  /// Whoever is signed in, or has typed the right password and must enrol first.
  private Optional<StaffAccount> findAccount() {
    return cookie
        .read(request)
        .flatMap(token -> signIn.find(token).or(() -> signIn.findHalf(token)));
  }

  private Enrolment page(StaffAccount account, String to, FormErrors errors) {
    var issuer = bodies.find().map(Body::shortName).orElse("Earshot");
    var enrolment = accounts.enrolment(account, issuer);
    return new Enrolment(
        account.needsSecondFactor(),
        new RawString(
            QrPicture.of(enrolment.address(), visitor.reader().text("identity.enrol.picture"))),
        enrolment.secret(),
        to,
        errors);
  }
}
