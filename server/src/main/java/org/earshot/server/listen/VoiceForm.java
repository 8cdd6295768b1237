package org.earshot.server.listen;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.earshot.server.platform.pages.FormErrors;
import org.jspecify.annotations.Nullable;

/// The form by which a voice is sent, as it was read: what the page shows again, and what it means.
///
/// @param language chosen by the person, or guessed from the words
/// @param area the code of an area; empty for none
/// @param segments the ids that were chosen
/// @param contact null when the person wants none, or when it cannot be one
public record VoiceForm(
    String words,
    String language,
    String guessed,
    String area,
    String place,
    String longitude,
    String latitude,
    List<String> segments,
    String email,
    String mobile,
    boolean mayShow,
    String need,
    String stamp,
    String key,
    boolean outside,
    NewVoice.Whereabouts where,
    Set<UUID> segmentIds,
    @Nullable NewContact contact,
    List<Photo> photos,
    FormErrors errors) {

  public VoiceForm {
    segments = List.copyOf(segments);
    segmentIds = Set.copyOf(segmentIds);
    photos = List.copyOf(photos);
  }

  public boolean hasChosen(UUID segment) {
    return segmentIds.contains(segment);
  }

  /// Whether the person has opened or filled this part before, so that it stays open.
  public boolean hasPin() {
    return !longitude.isEmpty();
  }
}
