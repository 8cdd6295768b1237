package org.earshot.server.places;

/// A point on the map, in degrees (WGS 84).
public record LonLat(double longitude, double latitude) {}
