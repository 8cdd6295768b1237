package org.earshot.server.answer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.identity.CurrentStaff;
import org.earshot.server.platform.identity.Roles;

/// The photos that people sent, for staff who may read their voices. Each was drawn anew when it
/// came in, so that it holds a picture and nothing else.
@Path("/staff/photos/{id}")
@RunOnVirtualThread
public final class PhotoResource {

  private final Database database;
  private final CurrentStaff current;

  PhotoResource(Database database, CurrentStaff current) {
    this.database = database;
    this.current = current;
  }

  @GET
  @RolesAllowed(Roles.CASEWORKER)
  public Response photo(@PathParam("id") String id) {
    var photo = AnswerResource.id(id);
    var me = current.get();
    var picture =
        database
            .read(
                handle -> {
                  var files = new CaseFiles(handle);
                  return files
                      .findByPhoto(photo)
                      .filter(file -> file.mayBeReadBy(me))
                      .flatMap(_ -> files.findPicture(photo));
                })
            .filter(found -> found.mediaType().matches("image/(jpeg|png|webp)"))
            .orElseThrow(NotFoundException::new);
    return Response.ok(picture.content())
        .type(picture.mediaType())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
