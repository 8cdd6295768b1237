package org.earshot.server.understand;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.earshot.server.ledger.Act;
import org.earshot.server.ledger.ActType;
import org.earshot.server.ledger.Actor;
import org.earshot.server.ledger.Ledger;
import org.earshot.server.listen.Story;
import org.earshot.server.listen.VoiceStory;
import org.earshot.server.places.Places;
import org.earshot.server.platform.i18n.Reader;
import org.earshot.server.platform.identity.Colleagues;
import org.jdbi.v3.core.Handle;

/// Tells a person whom their voice was joined with.
@Singleton
final class NeedStory implements VoiceStory {

  private final Ledger ledger;
  private final Needs needs;
  private final Places places;
  private final Colleagues colleagues;

  NeedStory(Ledger ledger, Needs needs, Places places, Colleagues colleagues) {
    this.ledger = ledger;
    this.needs = needs;
    this.places = places;
    this.colleagues = colleagues;
  }

  @Override
  public void tell(Handle handle, UUID voice, Reader reader, Story story) {
    for (var act : ledger.listAbout(handle, voice)) {
      if (act.type() == ActType.NEED_JOINED) {
        needs
            .find(handle, Needs.needOf(act.payload()))
            .ifPresent(
                joined ->
                    story.happened(act.at(), sentence(handle, act, joined, reader), act.seq()));
      } else if (act.type() == ActType.NEED_LEFT) {
        story.happened(act.at(), reader.text("understand.story.left"), act.seq());
      }
    }
  }

  private String sentence(Handle handle, Act act, Need need, Reader reader) {
    long others = act.payload().get("others") instanceof Number number ? number.longValue() : 0;
    var title = need.titles().in(reader.language());
    if (act.actor() instanceof Actor.Staff(var staff)) {
      var service = places.getService(need.service()).name(reader.language());
      return reader.text(
          "understand.story.joined",
          colleagues.publicName(handle, staff).orElseGet(() -> reader.text("understand.colleague")),
          service,
          others,
          title);
    }
    return reader.text("understand.story.joined.self", others, title);
  }
}
