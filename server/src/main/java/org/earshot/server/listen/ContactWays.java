package org.earshot.server.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.earshot.server.platform.mail.Outbox;
import org.earshot.server.platform.mail.OutgoingMessage.Channel;

/// By what we can reach people: nobody is asked for an address that we could not write to.
/// Templates reach it as `inject:ways`.
@Named("ways")
@ApplicationScoped
public class ContactWays {

  private final Outbox outbox;

  ContactWays(Outbox outbox) {
    this.outbox = outbox;
  }

  public boolean email() {
    return outbox.carries(Channel.EMAIL);
  }

  public boolean mobile() {
    return outbox.carries(Channel.SMS);
  }

  public boolean any() {
    return email() || mobile();
  }
}
