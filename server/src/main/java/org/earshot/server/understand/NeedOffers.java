package org.earshot.server.understand;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.earshot.server.ledger.Actor;
import org.earshot.server.listen.NeedJoining;
import org.earshot.server.listen.SimilarNeeds;
import org.earshot.server.platform.i18n.Language;
import org.jdbi.v3.core.Handle;

/// Needs as they are offered to a person who is about to say the same, and joined by them.
@Singleton
final class NeedOffers implements SimilarNeeds, NeedJoining {

  private final Needs needs;

  NeedOffers(Needs needs) {
    this.needs = needs;
  }

  @Override
  public List<Offer> find(String language, String words, int limit) {
    var reader = Language.findByCode(language).orElse(Language.EN);
    return needs.similarNeeds(reader, words, limit).stream()
        .map(
            need -> {
              var people = need.people();
              return new Offer(
                  need.id(),
                  need.title(),
                  people == null ? 0 : Math.toIntExact(people),
                  people == null);
            })
        .toList();
  }

  /// Only needs on public pages can be joined from outside: others were never offered.
  @Override
  public void join(Handle handle, UUID need, UUID voice, Instant at) {
    var open = needs.find(handle, need).filter(found -> found.shown() && found.closedAt() == null);
    if (open.isPresent()) {
      needs.linkAll(handle, need, List.of(voice), Actor.person(), at);
    }
  }
}
