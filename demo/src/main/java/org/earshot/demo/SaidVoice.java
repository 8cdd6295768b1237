package org.earshot.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person said.
///
/// @param id counts up from 1 in order of `saidAt`
/// @param channel web, phone, counter, paper, email or sms
/// @param language en, es, fr, ar or zh
/// @param areaCode the area it is about, null if the person did not say
/// @param place in the person's words, null if they did not say
/// @param segments codes the person agreed to share; often none
/// @param mayShow whether the words may be shown without a name
/// @param urgent whether it is about danger; a truth to test against, nobody ticked it
/// @param needKey the need it truly belongs to, linked or not yet; null when it stands alone
public record SaidVoice(
    long id,
    Instant saidAt,
    String channel,
    String language,
    String words,
    @Nullable String areaCode,
    @Nullable String place,
    List<String> segments,
    @Nullable DemoContact contact,
    boolean mayShow,
    boolean urgent,
    @Nullable String needKey) {

  public SaidVoice {
    segments = List.copyOf(segments);
  }
}
