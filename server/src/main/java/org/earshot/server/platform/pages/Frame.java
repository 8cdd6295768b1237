package org.earshot.server.platform.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.earshot.server.platform.i18n.Language;
import org.earshot.server.platform.i18n.Reader;

/// What the layout around every page needs; templates reach it as `inject:frame`.
@Named("frame")
@RequestScoped
public class Frame {

  private final Visitor visitor;
  private final Bodies bodies;
  private final Assets assets;

  Frame(Visitor visitor, Bodies bodies, Assets assets) {
    this.visitor = visitor;
    this.bodies = bodies;
    this.assets = assets;
  }

  public String bodyName() {
    return bodies.find().map(Body::name).orElse("Earshot");
  }

  public String shortName() {
    return bodies.find().map(Body::shortName).orElse("Earshot");
  }

  public String emergencyNumber() {
    return bodies.find().map(Body::emergencyNumber).orElse("112");
  }

  /// The emergency number as the address of a link.
  public String emergencyAddress() {
    return "tel:" + emergencyNumber().replaceAll("[^0-9+*#]", "");
  }

  public boolean demo() {
    return bodies.find().map(Body::demo).orElse(false);
  }

  public boolean ready() {
    return bodies.find().isPresent();
  }

  public String lang() {
    return reader().language().tag();
  }

  public String direction() {
    return reader().language().direction();
  }

  /// The other languages, for the switch in the header.
  public List<Language> otherLanguages() {
    return bodies.find().map(Body::languages).orElse(List.of(Language.values())).stream()
        .filter(language -> language != reader().language())
        .toList();
  }

  /// Where the language switch comes back to; pages that answer a form come back to the start.
  public String path() {
    return visitor.path();
  }

  public boolean staff() {
    return visitor.isStaff();
  }

  public boolean may(String role) {
    return visitor.hasRole(role);
  }

  /// The address of a file in `assets`, with a mark of its content so that it can be cached for
  /// good.
  public String asset(String name) {
    return assets.address(name);
  }

  private Reader reader() {
    return visitor.reader();
  }
}
