package org.earshot.server.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.earshot.server.platform.db.Database;
import org.earshot.server.platform.db.TestDatabase;
import org.earshot.server.platform.i18n.Language;
import org.junit.jupiter.api.Test;

/// Places, written and read again.
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PlacesTest {

  private static final String WEST_SHAPE = square(0);
  private static final String EAST_SHAPE = square(2);

  @Inject Places places;
  @Inject PlacesEditor editor;
  @Inject Database database;

  @Test
  void findsTheAreaUnderAPointAndOnThePicture() {
    // Two squares far out at sea, where no other test has an area.
    var west = new NewArea("sea-w", "Sea west", WEST_SHAPE);
    var east = new NewArea("sea-e", "Sea east", EAST_SHAPE);
    database.useTransaction(
        handle -> {
          editor.addArea(handle, west);
          editor.addArea(handle, east);
        });
    assertEquals("Sea west", places.areaAt(1, 1).orElseThrow().name());
    assertEquals("Sea east", places.areaAt(3, 1).orElseThrow().name());
    assertEquals(Optional.empty(), places.areaAt(5, 1));
    assertEquals("sea-e", places.findArea("SEA EAST").orElseThrow().code());
    var map = places.map().orElseThrow();
    var spot = map.spot(new LonLat(3, 1));
    var back = map.lonLatAt(spot.x() / 2, spot.y() / 2, map.width() / 2.0, map.height() / 2.0);
    assertEquals(3, back.longitude(), 1e-9);
    assertEquals(1, back.latitude(), 1e-9);
    var withoutEast =
        places.areas().stream()
            .filter(area -> !area.code().equals("sea-e"))
            .map(area -> new NewArea(area.code(), area.name(), area.shapeGeoJson()))
            .toList();
    var westBefore = places.findArea("sea-w");
    assertInstanceOf(
        AreasReplaced.Done.class,
        database.inTransaction(handle -> editor.replaceAreas(handle, withoutEast)));
    assertEquals(Optional.empty(), places.findArea("sea-e"));
    assertEquals(westBefore.map(Area::id), places.findArea("sea-w").map(Area::id), "keeps its id");
  }

  @Test
  void importsMarginsWithNewSegments() {
    var rows =
        List.of(new MarginRow("Hat", "Tall", null, 100), new MarginRow("Hat", "Flat", null, 250));
    database.useTransaction(handle -> editor.importMargins(handle, Language.EN, rows));
    var hat = places.dimensions().stream().filter(one -> one.code().equals("hat")).findFirst();
    var flat = hat.orElseThrow().segments().getLast();
    assertEquals("Flat", flat.name(Language.FR));
    assertEquals(Optional.of(250L), places.population(flat.id(), null));
  }

  @Test
  void dangerIsAWholeWordOrAPhrase() {
    database.useTransaction(
        handle -> editor.setUsualUrgentWords(handle, List.of(Language.values())));
    assertTrue(places.mayBeUrgent("en", "There is a FIRE in the yard"));
    assertTrue(places.mayBeUrgent("en", "I can’t  breathe"));
    assertFalse(places.mayBeUrgent("en", "The fireworks were lovely"));
    assertTrue(places.mayBeUrgent("es", "Hay una explosion aqui"));
    assertTrue(places.mayBeUrgent("ar", "هناك حريق والنار كبيرة"));
    assertTrue(places.mayBeUrgent("zh", "楼下着火了"));
    assertTrue(places.mayBeUrgent("und", "楼下着火了"));
    assertFalse(places.mayBeUrgent("fr", "Le trottoir est cassé"));
  }

  private static String square(int west) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$d,0],[%2$d,0],[%2$d,2],[%1$d,2],[%1$d,0]]]}"
        .formatted(west, west + 2);
  }
}
