package org.earshot.server.places;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of the body's territory, such as a district.
///
/// @param code as other registers name it; unique
/// @param name as residents know it
/// @param shapeGeoJson a GeoJSON Polygon or MultiPolygon (WGS 84, longitude first), if it is known
public record Area(UUID id, String code, String name, @Nullable String shapeGeoJson) {}
