package org.earshot.demo;

import java.util.List;

/// A district of Riverbend.
///
/// @param geometry a GeoJSON Polygon in longitude and latitude; neighbours share their corners
/// @param streets names of its streets, the same in every language
public record DemoArea(
    String code, Texts name, String geometry, long people, List<String> streets) {

  public DemoArea {
    streets = List.copyOf(streets);
  }
}
