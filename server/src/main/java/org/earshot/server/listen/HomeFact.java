package org.earshot.server.listen;

import java.util.List;
import org.earshot.server.platform.i18n.Reader;

/// The quiet lines below the question on the start page: three at most, told by another feature.
public interface HomeFact {

  /// The lines for this reader. Called for every view of the start page: it must not ask the
  /// database.
  List<Line> lines(Reader reader);

  /// A sentence with one link in it.
  ///
  /// @param text the part in `[[` and `]]` becomes the link
  /// @param address of a page of this server
  record Line(String text, String address) {

    public String before() {
      int start = text.indexOf("[[");
      return start < 0 ? text : text.substring(0, start);
    }

    public String linked() {
      int start = text.indexOf("[[");
      int end = text.indexOf("]]");
      return start < 0 || end < start ? "" : text.substring(start + 2, end);
    }

    public String after() {
      int end = text.indexOf("]]");
      return end < 0 ? "" : text.substring(end + 2);
    }
  }
}
