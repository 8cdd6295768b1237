package org.earshot.server.listen;

import java.util.List;
import java.util.UUID;
import org.earshot.server.places.Area;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Language;

/// What the form offers to choose from, in the reader's language.
///
/// @param mapHeight of the map in CSS pixels; 0 when there is none
public record Choices(
    List<Area> areas,
    List<Question> questions,
    List<LanguageNames.Named> languages,
    int mapWidth,
    int mapHeight) {

  /// An optional question about the person.
  ///
  /// @param reason why it is asked
  public record Question(String code, String name, String reason, List<Option> options) {}

  /// One of its answers.
  public record Option(UUID id, String name) {}

  static Choices of(Places places, VoiceForms forms, Language reader) {
    var questions =
        places.dimensions().stream()
            .map(
                dimension ->
                    new Question(
                        dimension.code(),
                        dimension.name(reader),
                        dimension.reason(reader),
                        dimension.segments().stream()
                            .map(segment -> new Option(segment.id(), segment.name(reader)))
                            .toList()))
            .toList();
    return new Choices(
        places.areas(),
        questions,
        LanguageNames.in(reader),
        VoiceForms.MAP_WIDTH,
        forms.mapHeight());
  }
}
