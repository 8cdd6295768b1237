package org.earshot.server.places;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The picture of all areas, with a pin when one is set. Forms use it as a button: a click sends
/// where it was, which needs no script.
@Path("/places/map.svg")
@RunOnVirtualThread
public final class MapResource {

  private final Places places;

  MapResource(Places places) {
    this.places = places;
  }

  @GET
  @PermitAll
  @Produces("image/svg+xml")
  public Response map(
      @QueryParam("longitude") @Nullable Double longitude,
      @QueryParam("latitude") @Nullable Double latitude) {
    var map = places.map().orElseThrow(NotFoundException::new);
    var out = new StringBuilder(16_384);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
        .append(map.viewBox())
        .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    for (var path : map.paths()) {
      out.append("<path d=\"")
          .append(path.outline())
          .append("\" fill=\"#e3f0ef\" stroke=\"#0b5a5e\" stroke-width=\"3\"/>");
    }
    for (var path : map.paths()) {
      out.append(
          "<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-size=\"26\" font-weight=\"600\" text-anchor=\"middle\" fill=\"#1d2327\" stroke=\"#ffffff\" stroke-width=\"6\" paint-order=\"stroke\">%s</text>"
              .formatted(path.labelX(), path.labelY(), escape(path.name())));
    }
    if (longitude != null && latitude != null && isOnEarth(longitude, latitude)) {
      var spot = map.spot(new LonLat(longitude, latitude));
      out.append(
          "<path transform=\"translate(%.1f %.1f)\" d=\"M0 0c-8-20-26-30-26-50a26 26 0 0 1 52 0c0 20-18 30-26 50z\" fill=\"#9b2c1f\" stroke=\"#ffffff\" stroke-width=\"4\"/>"
              .formatted(spot.x(), spot.y()));
    }
    return Response.ok(out.append("</svg>").toString()).build();
  }

  private static boolean isOnEarth(double longitude, double latitude) {
    return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
