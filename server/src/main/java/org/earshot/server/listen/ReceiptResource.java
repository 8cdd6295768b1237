package org.earshot.server.listen;

import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.earshot.record.Hash;
import org.earshot.server.ledger.RecordLog;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Visitor;
import org.jspecify.annotations.Nullable;

/// The receipt: the code to keep, what happens next and by when, and the proof that the voice is in
/// the public record.
@Path("/v")
@RunOnVirtualThread
public final class ReceiptResource {

  /// The receipt page.
  ///
  /// @param base the address of the page up to its code
  /// @param next what is to come; null when nothing is owed any more
  /// @param service who answers by then; empty once the promise was changed
  @CheckedTemplate(basePath = "listen", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Received(
      String code,
      String grouped,
      String base,
      long publicNumber,
      long entry,
      String entryAddress,
      Story.@Nullable Next next,
      String service,
      boolean urgent,
      VoiceFile.@Nullable ContactKept contact)
      implements TemplateInstance {}

  /// A receipt file, as the command line reads it: `record verify --receipt FILE`.
  public record ReceiptFile(
      String code,
      long index,
      String entry,
      String leaf,
      List<String> proof,
      String checkpoint,
      String verifierKey) {

    public ReceiptFile {
      proof = List.copyOf(proof);
    }
  }

  private static final int QUIET_ZONE = 2;

  private final VoiceAccess access;
  private final MyVoices voices;
  private final RecordLog log;
  private final Bodies bodies;
  private final Visitor visitor;

  ReceiptResource(
      VoiceAccess access, MyVoices voices, RecordLog log, Bodies bodies, Visitor visitor) {
    this.access = access;
    this.voices = voices;
    this.log = log;
    this.bodies = bodies;
    this.visitor = visitor;
  }

  @GET
  @Path("{code}/received")
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public TemplateInstance received(@PathParam("code") String typed) {
    var code = ReceiptCode.read(typed).orElseThrow(CodeResource::unknown);
    var voice = access.find(code).orElseThrow(CodeResource::unknown);
    var reader = visitor.reader();
    var receipt = voices.findReceipt(voice, reader).orElseThrow(CodeResource::unknown);
    var file = receipt.file();
    var promise = receipt.promise();
    seal(promise.entry());
    return new Received(
        code.value(),
        code.grouped(),
        bodies.get().address() + "/v/",
        file.publicNumber(),
        promise.entry(),
        "/record/entry/" + promise.entry(),
        receipt.next().orElse(null),
        receipt.next().map(Story.Next::by).equals(promise.by())
            ? promise.service().name(reader.language())
            : "",
        file.urgent(),
        file.contact());
  }

  @GET
  @Path("{code}/qr.svg")
  @Produces("image/svg+xml")
  @PermitAll
  public String qr(@PathParam("code") String typed) {
    var code = ReceiptCode.read(typed).orElseThrow(NotFoundException::new);
    var qr = QrCode.encodeText(address(code), QrCode.Ecc.MEDIUM);
    int side = qr.size + 2 * QUIET_ZONE;
    var squares = new StringBuilder();
    for (int y = 0; y < qr.size; y++) {
      for (int x = 0; x < qr.size; x++) {
        if (qr.getModule(x, y)) {
          squares.append("M%d %dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><path d=\"%s\" fill=\"#000\"/></svg>"
        .formatted(side, side, squares);
  }

  @GET
  @Path("{code}/proof.json")
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public Response proof(@PathParam("code") String typed) {
    var code = ReceiptCode.read(typed).orElseThrow(NotFoundException::new);
    UUID voice = access.find(code).orElseThrow(NotFoundException::new);
    long entry =
        voices
            .findReceipt(voice, visitor.reader())
            .orElseThrow(NotFoundException::new)
            .promise()
            .entry();
    seal(entry);
    var proof = log.findProof(entry).orElseThrow(NotFoundException::new);
    var file =
        new ReceiptFile(
            code.value(),
            proof.index(),
            proof.entry(),
            proof.leaf().base64(),
            proof.proof().stream().map(Hash::base64).toList(),
            proof.checkpoint(),
            log.findVerifierKey().orElseThrow());
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"receipt-%d.json\"".formatted(entry))
        .build();
  }

  /// Signs a checkpoint over a fresh entry, so that its proof is there when the page asks for it.
  private void seal(long entry) {
    if (log.findEntry(entry).filter(RecordLog.PublicEntry::covered).isEmpty()) {
      log.signCheckpoint();
    }
  }

  private String address(ReceiptCode code) {
    return bodies.get().address() + "/v/" + code.value();
  }
}
