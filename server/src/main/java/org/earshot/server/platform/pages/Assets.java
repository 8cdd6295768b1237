package org.earshot.server.platform.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The addresses of style sheets, scripts and pictures: each carries the first half of its
/// content's hash, so a browser keeps it until it changes.
@ApplicationScoped
public class Assets {

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  public String address(String name) {
    return addresses.computeIfAbsent(name, Assets::mark);
  }

  private static String mark(String name) {
    var path = "/assets/" + name;
    try (var stream = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException("There is no asset named '%s'.".formatted(name));
      }
      var digest = MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
