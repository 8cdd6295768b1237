package org.earshot.server.platform.pages;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with a form that was sent, for the page that shows it again: a summary on top with
/// links to the fields, and the text beside each field.
public final class FormErrors {

  /// One thing to put right.
  ///
  /// @param field the id of the input, to which the summary links
  /// @param text what to do, in the reader's language
  public record FormError(String field, String text) {}

  private final List<FormError> errors = new ArrayList<>();

  public void add(String field, String text) {
    errors.add(new FormError(field, text));
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  public List<FormError> all() {
    return List.copyOf(errors);
  }

  public boolean has(String field) {
    return errors.stream().anyMatch(error -> error.field().equals(field));
  }

  /// The first thing wrong with a field, or nothing.
  public String of(String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(FormError::text)
        .findFirst()
        .orElse("");
  }
}
