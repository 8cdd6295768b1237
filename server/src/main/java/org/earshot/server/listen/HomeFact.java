package org.earshot.server.listen;

import java.util.Optional;
import org.earshot.server.platform.i18n.Reader;

/// One quiet line below the question on the start page. At most three features have one.
public interface HomeFact {

  /// The line for this reader; nothing when there is nothing worth a line. Called for every view of
  /// the start page: it must not ask the database.
  Optional<Line> line(Reader reader);

  /// Where it stands among the others: small numbers first.
  int position();

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
