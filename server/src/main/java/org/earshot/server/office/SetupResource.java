package org.earshot.server.office;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/// The first-run page, behind the one-time link from the console.
@Path("/setup/{token}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class SetupResource {

  /// The one form of the first run.
  @CheckedTemplate(basePath = "office", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Setup(
      Form form,
      FormErrors errors,
      List<Language> languages,
      List<String> zones,
      List<Integer> rows)
      implements TemplateInstance {}

  private final FirstRun firstRun;
  private final Visitor visitor;
  private final HttpServerRequest request;

  SetupResource(FirstRun firstRun, Visitor visitor, HttpServerRequest request) {
    this.firstRun = firstRun;
    this.visitor = visitor;
    this.request = request;
  }

  @GET
  @PermitAll
  public Response show(@PathParam("token") String token) {
    if (!firstRun.opens(token)) {
      return gone();
    }
    var address = request.scheme() + "://" + request.authority();
    var form = BodyForm.fresh(address, visitor.reader().language());
    return Response.ok(page(form, new FormErrors())).build();
  }

  @POST
  @PermitAll
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response setUp(@PathParam("token") String token, MultipartFormDataInput sent) {
    var form = Form.of(sent);
    return switch (firstRun.setUp(token, form, visitor.reader())) {
      case SetUp.Done() -> Response.seeOther(URI.create("/login?done=set-up")).build();
      case SetUp.Wrong(var errors) -> Response.status(422).entity(page(form, errors)).build();
      case SetUp.LinkUsed() -> gone();
    };
  }

  private static Setup page(Form form, FormErrors errors) {
    return new Setup(
        form,
        errors,
        List.of(Language.values()),
        BodyForm.zones(),
        IntStream.range(0, FirstRun.SERVICE_ROWS).boxed().toList());
  }

  private static Response gone() {
    return Response.status(404).entity(new SetupGate.NotSetUp()).build();
  }
}
