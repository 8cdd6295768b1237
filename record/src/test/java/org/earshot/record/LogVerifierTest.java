package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerifierTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 1_000, 65_535, 65_536, 65_537, 70_000})
  void aWholeLogIsSound(int size) throws IOException {
    var log = SampleLog.of(size);
    var told = new ArrayList<Long>();
    assertThat(new LogVerifier(log, SampleLog.SIGNER.verifier(), told::add).check())
        .isEqualTo(new LogCheck.Sound(log.checkpoint()));
    assertThat(told).hasSize((size + 255) / 256);
  }

  @Test
  void aChangedEntryIsNamed() throws IOException {
    var log = SampleLog.of(1_000);
    log.damage("tile/entries/001", 2 + 20); // in the type or the time of entry 256
    assertThat(log.check()).isEqualTo(new LogCheck.TileDiffers("tile/0/001", 0, 256));
  }

  @Test
  void aChangedTileIsNamedAtEveryLevel() throws IOException {
    var log = SampleLog.of(70_000);
    log.damage("tile/1/000", 32 * 5 + 31);
    assertThat(log.check()).isEqualTo(new LogCheck.TileDiffers("tile/1/000", 5, 5 * 256));
    log = SampleLog.of(70_000);
    log.damage("tile/2/000.p/1", 0);
    assertThat(log.check()).isEqualTo(new LogCheck.TileDiffers("tile/2/000.p/1", 0, 0));
    log = SampleLog.of(70_000);
    log.damage("tile/0/273.p/112", 32 * 3);
    assertThat(log.check())
        .isEqualTo(new LogCheck.TileDiffers("tile/0/273.p/112", 3, 273 * 256 + 3));
  }

  @Test
  void missingAndShortFilesAreNamed() throws IOException {
    var log = SampleLog.of(1_000);
    log.files.remove("tile/entries/002");
    assertThat(log.check())
        .isEqualTo(new LogCheck.FileDamaged("tile/entries/002", 512, "It is missing."));
    log = SampleLog.of(1_000);
    log.files.put("tile/0/003.p/232", new byte[32 * 231]);
    assertThat(log.check())
        .isEqualTo(
            new LogCheck.FileDamaged("tile/0/003.p/232", 768, "It has 7392 bytes, not 7424."));
    log = SampleLog.of(1_000);
    log.files.remove("checkpoint");
    assertThat(log.check()).isInstanceOf(LogCheck.CheckpointRefused.class);
  }

  @RandomSeeds
  void anyBitChangedAnywhereIsNoticed(long seed) throws IOException {
    var random = new Random(seed);
    var log = SampleLog.of(1 + random.nextInt(2_000));
    var paths = new ArrayList<>(log.files.keySet());
    String path = paths.get(random.nextInt(paths.size()));
    log.damage(path, random.nextInt(log.file(path).length));
    assertThat(log.check()).isNotInstanceOf(LogCheck.Sound.class);
  }

  @Test
  void aRootThatIsSignedButNotOfTheseEntriesIsNoticed() throws IOException {
    var log = SampleLog.of(1_000);
    var lie = new Checkpoint(SampleLog.ORIGIN, 1_000, Hashing.emptyRoot());
    log.files.put("checkpoint", lie.sign(SampleLog.SIGNER).getBytes(UTF_8));
    assertThat(log.check()).isEqualTo(new LogCheck.RootDiffers(lie, log.edge().root()));
  }

  @RandomSeeds
  void aLogThatGrewStillBeginsAsItDid(long seed) throws IOException {
    var random = new Random(seed);
    var log = SampleLog.of(random.nextInt(700));
    byte[] older = log.file("checkpoint");
    log.grow(random.nextInt(700));
    assertThat(since(older, log)).isEqualTo(new LogCheck.Sound(log.checkpoint()));
  }

  @Test
  void aRewrittenHistoryIsNoticed() throws IOException {
    var log = SampleLog.of(1_000);
    var fork =
        new Checkpoint(SampleLog.ORIGIN, 300, SampleLog.of(301).edge().root())
            .sign(SampleLog.SIGNER);
    assertThat(since(fork.getBytes(UTF_8), log)).isInstanceOf(LogCheck.HistoryRewritten.class);
    byte[] longer = SampleLog.of(1_001).file("checkpoint");
    assertThat(since(longer, log)).isInstanceOf(LogCheck.HistoryRewritten.class);
    assertThat(since("no checkpoint".getBytes(UTF_8), log))
        .isInstanceOf(LogCheck.OlderCheckpointRefused.class);
  }

  private static LogCheck since(byte[] older, SampleLog log) throws IOException {
    return new LogVerifier(log, SampleLog.SIGNER.verifier(), _ -> {}).checkSince(older);
  }
}
