package org.earshot.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPathTest {

  @Test
  void indexesAreWrittenInGroupsOfThreeDigits() {
    assertThat(new TileId(0, 1_234_067).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new TileId(1, 0).path(12)).isEqualTo("tile/1/000.p/12");
    assertThat(new LogPath.Entries(1000, 256).path()).isEqualTo("tile/entries/x001/000");
    assertThat(new TileId(63, Long.MAX_VALUE).path())
        .isEqualTo("tile/63/x009/x223/x372/x036/x854/x775/807");
  }

  @RandomSeeds
  void whatIsWrittenIsReadBack(long seed) {
    var random = new Random(seed);
    long index = random.nextLong() >>> (1 + random.nextInt(63));
    int width = 1 + random.nextInt(256);
    LogPath tile = new LogPath.Hashes(new TileId(random.nextInt(64), index), width);
    LogPath entries = new LogPath.Entries(index, width);
    assertThat(LogPath.parse(tile.path())).contains(tile);
    assertThat(LogPath.parse(entries.path())).contains(entries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "tile",
        "tile/",
        "checkpoint",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/0/000/",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x01/002",
        "tile/0/X001/002",
        "tile/0/x001/x002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p/1/",
        "tile/0/000.p/-1",
        "tile/0/000.p/9999",
        "tile/0/000.p",
        "tile/entries",
        "tile/entries/000.p/300",
        "tile/Entries/000",
        "tile/data/000",
        "tile/0/../../etc/passwd",
        "tile/0/000\n",
        "tile/0/000\0",
        "tile/0/%30%30%30",
        "tile/0/\u0660\u0660\u0660",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x009/x223/x372/x036/x854/x775/808",
        "tile//000",
        "tile/0//000",
        "tile\\0\\000"
      })
  void everythingElseIsRefused(String hostile) {
    assertThat(LogPath.parse(hostile)).isEmpty();
  }

  @Test
  void aLongHostilePathIsRefusedAtOnce() {
    assertThat(LogPath.parse("tile/0/" + "x001/".repeat(1_000_000) + "000")).isEmpty();
  }
}
