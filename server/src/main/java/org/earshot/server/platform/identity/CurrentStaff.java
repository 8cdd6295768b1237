package org.earshot.server.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// The member of staff behind this request, if anybody is signed in.
@RequestScoped
public class CurrentStaff {

  /// The attribute of the security identity that holds the [StaffMember].
  static final String ATTRIBUTE = "staff";

  private final SecurityIdentity identity;

  CurrentStaff(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Optional<StaffMember> find() {
    return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }

  /// Whoever is signed in; only for endpoints that let nobody else through.
  public StaffMember get() {
    return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
  }
}
