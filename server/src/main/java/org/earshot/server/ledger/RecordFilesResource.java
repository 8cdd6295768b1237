package org.earshot.server.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.earshot.record.LogPath;

/// The record in the C2SP tile layout, as other people's tools read it.
@Path("/")
@RunOnVirtualThread
public final class RecordFilesResource {

  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private final RecordLog log;

  RecordFilesResource(RecordLog log) {
    this.log = log;
  }

  @GET
  @Path("/checkpoint")
  @PermitAll
  public Response checkpoint() {
    var latest = log.findLatest().orElseThrow(NotFoundException::new);
    return Response.ok(latest.note(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  @GET
  @Path("/tile/{path: .+}")
  @PermitAll
  public Response tile(@PathParam("path") String path) {
    var bytes =
        LogPath.parse("tile/" + path).flatMap(log::find).orElseThrow(NotFoundException::new);
    return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", FOR_GOOD)
        .build();
  }
}
