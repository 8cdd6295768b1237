package org.earshot.server.platform.pages;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as SVG, drawn by the server.
public final class QrPicture {

  private static final int QUIET_ZONE = 2;

  private QrPicture() {}

  /// The picture of a text; `label` says what it is to people who do not see it.
  public static String of(String text, String label) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * QUIET_ZONE;
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
        }
      }
    }
    return "<svg class=\"qr\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" shape-rendering=\"crispEdges\"><path fill=\"#000\" d=\"%s\"/></svg>"
        .formatted(
            size,
            size,
            label.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
            path);
  }
}
