package org.earshot.demo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What several voices have in common, as the staff put it.
///
/// @param areaCode the area it is about, or null if it is about the whole town
/// @param isPublic whether residents may see title and summary
/// @param summary what people say, in one English sentence
public record DemoNeed(
    String key,
    Texts title,
    String service,
    @Nullable String areaCode,
    Instant openedAt,
    boolean isPublic,
    String summary) {

  public Optional<String> findAreaCode() {
    return Optional.ofNullable(areaCode);
  }
}
