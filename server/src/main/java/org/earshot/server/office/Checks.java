package org.earshot.server.office;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earshot.server.places.Fault;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.pages.Form;
import org.earshot.server.platform.pages.FormErrors;

/// Checks fields of a form and collects what is wrong, in the reader's language.
final class Checks {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final int MOST_HOLIDAYS = 400;

  private final Form form;
  private final Reader reader;
  private final FormErrors errors = new FormErrors();

  Checks(Form form, Reader reader) {
    this.form = form;
    this.reader = reader;
  }

  FormErrors errors() {
    return errors;
  }

  boolean good() {
    return errors.isEmpty();
  }

  void wrong(String field, String key, Object... arguments) {
    errors.add(field, reader.text("places.check." + key, arguments));
  }

  void wrong(String field, List<Fault> faults) {
    faults.forEach(fault -> errors.add(field, fault.in(reader)));
  }

  String text(String field, int most) {
    var text = form.text(field);
    if (text.isEmpty()) {
      wrong(field, "empty." + field);
    } else if (text.length() > most) {
      wrong(field, "long", most);
    }
    return text;
  }

  /// A whole number; the least allowed one when it is wrong.
  int number(String field, String text, int least, int most) {
    if (text.matches("\\d{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(field, "number", least, most);
    return least;
  }

  Optional<String> email(String field, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!EMAIL.matcher(text).matches() || text.length() > 200) {
      wrong(field, "email");
    }
    return Optional.of(text);
  }

  /// Dates, one a line, as YYYY-MM-DD.
  List<LocalDate> dates(String field) {
    var dates = new ArrayList<LocalDate>();
    for (var line : form.lines(field)) {
      try {
        dates.add(LocalDate.parse(line));
      } catch (DateTimeParseException notADate) {
        wrong(field, "date", line.substring(0, Math.min(line.length(), 30)));
        return List.of();
      }
    }
    if (dates.size() > MOST_HOLIDAYS) {
      wrong(field, "many", MOST_HOLIDAYS);
    }
    return dates;
  }
}
