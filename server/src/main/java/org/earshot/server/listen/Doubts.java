package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earshot.server.platform.jobs.RateLimits;

/// Signs that a program and not a person sent something. What is doubtful is kept like any other
/// voice, has a receipt, and waits for a person to look at it: nothing is thrown away by a rule.
@ApplicationScoped
class Doubts {

  private static final Duration LEAST_TIME = Duration.ofSeconds(3);
  private static final Duration MOST_TIME = Duration.ofDays(7);
  private static final int A_HOUSEHOLD_AN_HOUR = 20;
  private static final int MOST_AN_HOUR = 300;
  private static final int LINKS = 3;
  private static final Pattern LINK =
      Pattern.compile("https?://|www\\.|\\[url", Pattern.CASE_INSENSITIVE);

  private final FormStamp stamp;
  private final RateLimits limits;

  Doubts(FormStamp stamp, RateLimits limits) {
    this.stamp = stamp;
    this.limits = limits;
  }

  /// Whether one address block sends more than any office or school would.
  boolean isTooMuch(String addressBlock) {
    return !limits.allow("say-most", addressBlock, MOST_AN_HOUR, Duration.ofHours(1));
  }

  /// Why a person should look at it, as [VoiceFile] names it; nothing when all is as usual.
  ///
  /// @param trap what was typed into the field that nobody sees
  Optional<String> find(String words, String stampSent, String trap, String addressBlock) {
    if (!trap.isEmpty()) {
      return Optional.of("trap");
    }
    var age = stamp.age(stampSent);
    if (age.isEmpty()
        || age.get().compareTo(LEAST_TIME) < 0
        || age.get().compareTo(MOST_TIME) > 0) {
      return Optional.of("fast");
    }
    if (LINK.matcher(words).results().limit(LINKS).count() == LINKS) {
      return Optional.of("links");
    }
    var same = addressBlock + ' ' + words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (!limits.allow("say-same", same, 1, Duration.ofHours(24))) {
      return Optional.of("same");
    }
    if (!limits.allow("say", addressBlock, A_HOUSEHOLD_AN_HOUR, Duration.ofHours(1))) {
      return Optional.of("many");
    }
    return Optional.empty();
  }
}
