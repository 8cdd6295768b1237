package org.earshot.server.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;
import org.earshot.server.platform.keys.Vault;
import org.earshot.server.platform.pages.FormErrors;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// One voice and the work on it. Looking at the page acknowledges nothing; the first thing that
/// staff do does, or the button "I have read it".
@Path("/staff/voices/{number:\\d{1,18}}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class CaseResource {

  @CheckedTemplate(basePath = "answer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Case(CasePage page, FormErrors errors, String typed, @Nullable String contact)
      implements TemplateInstance {}

  private final Casework casework;
  private final CasePages pages;
  private final Database database;
  private final Vault vault;
  private final CurrentStaff current;
  private final Visitor visitor;

  CaseResource(
      Casework casework,
      CasePages pages,
      Database database,
      Vault vault,
      CurrentStaff current,
      Visitor visitor) {
    this.casework = casework;
    this.pages = pages;
    this.database = database;
    this.vault = vault;
    this.current = current;
    this.visitor = visitor;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance open(@PathParam("number") long number) {
    return new Case(page(number), new FormErrors(), "", null);
  }

  /// Shows how to reach the person, which is an act. The address is in this answer only.
  @POST
  @Path("/contact")
  @RolesAllowed(Roles.CASEWORKER)
  public TemplateInstance contact(@PathParam("number") long number) {
    var address =
        casework
            .readContact(current.get(), number)
            .map(vault::open)
            .orElseThrow(NotFoundException::new);
    return new Case(page(number), new FormErrors(), "", address);
  }

  @POST
  @Path("/{command:[a-z-]+}")
  @RolesAllowed(Roles.CASEWORKER)
  public Response act(
      @PathParam("number") long number,
      @PathParam("command") String command,
      @FormParam("text") @Nullable String text,
      @FormParam("to") @Nullable String to,
      @FormParam("date") @Nullable String date) {
    var wanted =
        command(command, orEmpty(text), orEmpty(to), orEmpty(date))
            .orElseThrow(NotFoundException::new);
    return switch (casework.apply(current.get(), number, wanted)) {
      case CaseResult.Done _ -> Response.seeOther(next(number, wanted)).build();
      case CaseResult.NotFound _ -> throw new NotFoundException();
      case CaseResult.Wrong(var field, var problem) -> {
        var errors = new FormErrors();
        errors.add(field, visitor.reader().text(problem));
        yield Response.status(422)
            .entity(new Case(page(number), errors, orEmpty(text), null))
            .build();
      }
    };
  }

  /// After giving a case away it may no longer be theirs to see.
  private URI next(long number, CaseCommand done) {
    boolean still =
        !(done instanceof CaseCommand.Transfer(var service)) || current.get().mayRead(service);
    return URI.create(still ? "/staff/voices/" + number : "/staff");
  }

  private Optional<CaseCommand> command(String command, String text, String to, String date) {
    return switch (command) {
      case "read" -> Optional.of(new CaseCommand.Acknowledge());
      case "take" -> Optional.of(new CaseCommand.Assign(current.get().id()));
      case "give" -> id(to).map(CaseCommand.Assign::new);
      case "transfer" -> id(to).map(CaseCommand.Transfer::new);
      case "promise" ->
          Optional.ofNullable(VoiceListForm.day(date))
              .map(day -> new CaseCommand.MovePromise(day, text));
      case "note" -> Optional.of(new CaseCommand.AddNote(text));
      case "wait" -> Optional.of(new CaseCommand.WaitFor(text, VoiceListForm.day(date)));
      case "go-on" -> Optional.of(new CaseCommand.StopWaiting());
      case "restrict" -> Optional.of(new CaseCommand.Restrict(true));
      case "unrestrict" -> Optional.of(new CaseCommand.Restrict(false));
      case "clear" -> Optional.of(new CaseCommand.ClearWords(text));
      case "take-up" -> Optional.of(new CaseCommand.TakeUp());
      case "set-aside" -> Optional.of(new CaseCommand.SetAside(text));
      case "join" ->
          Optional.of(new CaseCommand.JoinNeed(to.matches("\\d{1,15}") ? Long.parseLong(to) : 0));
      case "leave" -> Optional.of(new CaseCommand.LeaveNeed());
      default -> Optional.empty();
    };
  }

  private static Optional<UUID> id(String text) {
    return Optional.ofNullable(VoiceListForm.id(text));
  }

  private CasePage page(long number) {
    var me = current.get();
    var file = casework.open(me, number).orElseThrow(NotFoundException::new);
    return database.read(handle -> pages.of(handle, me, file, visitor.reader()));
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.replace("\0", "");
  }
}
