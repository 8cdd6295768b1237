package org.earshot.server.platform.pages;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where to go next, when a link said so: only ever a page of this server.
public final class LocalAddress {

  private LocalAddress() {}

  /// The wished page when it is one of ours, else the start page.
  public static URI orStart(@Nullable String wished) {
    if (wished != null && wished.matches("/[A-Za-z0-9_\\-./?=&%]*") && !wished.startsWith("//")) {
      return URI.create(wished.replace("%%", "%25%25"));
    }
    return URI.create("/");
  }
}
