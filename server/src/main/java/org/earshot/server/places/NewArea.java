package org.earshot.server.places;

import org.jspecify.annotations.Nullable;

/// An area that was read from a file and checked, not stored yet.
///
/// @param shapeGeoJson a GeoJSON Polygon or MultiPolygon
public record NewArea(String code, String name, @Nullable String shapeGeoJson) {}
