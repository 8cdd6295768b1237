package org.earshot.server.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.earshot.record.Checkpoint;
import org.earshot.record.Hash;
import org.earshot.record.ReceiptProof;
import org.earshot.record.RecordEntry;
import org.earshot.server.platform.pages.Bodies;
import org.earshot.server.platform.pages.Body;
import org.jspecify.annotations.Nullable;

/// The record explained to a resident, and each entry with its proof.
@Path("/record")
@RunOnVirtualThread
public final class RecordResource {

  @CheckedTemplate(basePath = "record", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Explained(
      @Nullable Newest newest, @Nullable String verifierKey, String address, boolean notThere)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "record", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Entry(long index, String line, RecordEntry entry, String typeKey, boolean covered)
      implements TemplateInstance {}

  /// The newest checkpoint as the page shows it.
  record Newest(long size, Instant at, String root, String note) {}

  /// A proof as a browser or the command line reads it: hashes in base64.
  public record Proof(
      long index,
      String entry,
      String leaf,
      List<String> proof,
      String checkpoint,
      String verifierKey) {

    public Proof {
      proof = List.copyOf(proof);
    }
  }

  private final RecordLog log;
  private final Bodies bodies;

  RecordResource(RecordLog log, Bodies bodies) {
    this.log = log;
    this.bodies = bodies;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public TemplateInstance explained(@QueryParam("number") @Nullable String number) {
    if (number != null && number.strip().matches("\\d{1,18}")) {
      var found = log.findEntry(Long.parseLong(number.strip()));
      if (found.isPresent()) {
        return page(found.get());
      }
    }
    var newest =
        log.findLatest()
            .map(
                latest ->
                    new Newest(latest.size(), latest.at(), rootOf(latest.note()), latest.note()));
    var address = bodies.find().map(Body::address).orElse("");
    return new Explained(
        newest.orElse(null), log.findVerifierKey().orElse(null), address, number != null);
  }

  @GET
  @Path("/entry/{index}")
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public TemplateInstance entry(@PathParam("index") long index) {
    return page(log.findEntry(index).orElseThrow(NotFoundException::new));
  }

  @GET
  @Path("/entry/{index}/proof.json")
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public Proof proof(@PathParam("index") long index) {
    var proof = log.findProof(index).orElseThrow(NotFoundException::new);
    return of(proof, log.findVerifierKey().orElseThrow());
  }

  static Proof of(ReceiptProof proof, String verifierKey) {
    return new Proof(
        proof.index(),
        proof.entry(),
        proof.leaf().base64(),
        proof.proof().stream().map(Hash::base64).toList(),
        proof.checkpoint(),
        verifierKey);
  }

  private TemplateInstance page(RecordLog.PublicEntry found) {
    var entry = RecordEntry.parse(found.line());
    return new Entry(
        found.index(), found.line(), entry, "record.type." + entry.type(), found.covered());
  }

  private static String rootOf(String note) {
    return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1)).root().hex();
  }
}
