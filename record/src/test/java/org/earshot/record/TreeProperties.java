package org.earshot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.earshot.testing.RandomSeeds;
import org.junit.jupiter.api.Test;

/// What must hold of every tree, by the oracle of [NaiveTree].
class TreeProperties {

  private static final List<Hash> LEAVES =
      IntStream.range(0, 70_000)
          .mapToObj(i -> Hashing.leaf(("entry " + i).getBytes(UTF_8)))
          .toList();
  private static final Map<TileId, Tile> TILES = tilesOf(TreeEdge.empty().append(LEAVES));
  private static final TileReader READER = (id, _) -> requireNonNull(TILES.get(id)).bytes();

  @Test
  void everySmallTreeHasTheRootOfTheDefinitionHoweverItGrew() {
    var edge = TreeEdge.empty();
    for (int size = 0; size <= 600; size++) {
      Hash expected = new NaiveTree(LEAVES.subList(0, size)).root();
      assertThat(edge.root()).as("grown one by one to %d", size).isEqualTo(expected);
      assertThat(Tree.root(size, READER)).as("read at %d", size).isEqualTo(expected);
      assertThat(TreeEdge.of(size, edge.tiles()).root()).isEqualTo(expected);
      edge = edge.append(LEAVES.subList(size, size + 1)).edge();
    }
  }

  @Test
  void everySmallProofIsTheOneOfTheDefinitionAndProves() {
    for (int size = 1; size <= 140; size++) {
      var naive = new NaiveTree(LEAVES.subList(0, size));
      for (int i = 0; i < size; i++) {
        var inclusion = Proofs.inclusion(i, size, READER);
        assertThat(inclusion.hashes()).isEqualTo(naive.path(i));
        assertThat(inclusion.proves(LEAVES.get(i), naive.root())).isTrue();
      }
      for (int older = 0; older <= size; older++) {
        var consistency = Proofs.consistency(older, size, READER);
        assertThat(consistency.hashes()).isEqualTo(naive.proof(older));
        assertThat(consistency.proves(Tree.root(older, READER), naive.root())).isTrue();
      }
    }
  }

  @RandomSeeds
  void batchesOfAnySizeGiveTheSameTiles(long seed) {
    var random = new Random(seed);
    int size = random.nextInt(seed % 10 == 0 ? 70_000 : 3_000);
    var edge = TreeEdge.empty();
    var tiles = new HashMap<TileId, Tile>();
    while (edge.size() < size) {
      int from = (int) edge.size();
      int batch = Math.min(1 + random.nextInt(1 + random.nextInt(20_000)), size - from);
      var growth = edge.append(LEAVES.subList(from, from + batch));
      tiles.putAll(tilesOf(growth));
      edge = TreeEdge.of(growth.edge().size(), growth.edge().tiles()); // as if read back
    }
    assertThat(tiles).isEqualTo(tilesOf(TreeEdge.empty().append(LEAVES.subList(0, size))));
    tiles.forEach((id, tile) -> assertThat(tile.width()).isEqualTo(id.widthAt(size)));
  }

  @RandomSeeds
  void largeTreesAgreeWithTheDefinition(long seed) {
    var random = new Random(seed);
    int size = 1 + random.nextInt(seed % 20 == 0 ? LEAVES.size() : 5_000);
    int index = random.nextInt(size);
    int older = random.nextInt(size + 1);
    var naive = new NaiveTree(LEAVES.subList(0, size));
    Hash root = naive.root();
    var inclusion = Proofs.inclusion(index, size, READER);
    var consistency = Proofs.consistency(older, size, READER);
    assertThat(Tree.root(size, READER)).isEqualTo(root);
    assertThat(inclusion.hashes()).isEqualTo(naive.path(index));
    assertThat(inclusion.proves(LEAVES.get(index), root)).isTrue();
    assertThat(consistency.proves(Tree.root(older, READER), root)).isTrue();
  }

  @RandomSeeds
  void aProofOfSomethingElseProvesNothing(long seed) {
    var random = new Random(seed);
    int size = 2 + random.nextInt(69_000);
    int index = random.nextInt(size);
    int older = 1 + random.nextInt(size - 1);
    Hash root = Tree.root(size, READER);
    Hash olderRoot = Tree.root(older, READER);
    var inclusion = Proofs.inclusion(index, size, READER);
    var consistency = Proofs.consistency(older, size, READER);
    Hash leaf = LEAVES.get(index);

    assertThat(inclusion.proves(LEAVES.get((index + 1) % size), root)).isFalse();
    assertThat(inclusion.proves(leaf, olderRoot)).isFalse();
    assertThat(new InclusionProof((index + 1) % size, size, inclusion.hashes()).proves(leaf, root))
        .isFalse();
    assertThat(consistency.proves(root, olderRoot)).isFalse();
    assertThat(consistency.proves(olderRoot, olderRoot)).isFalse();
    for (List<Hash> changed : changes(inclusion.hashes(), random)) {
      assertThat(new InclusionProof(index, size, changed).proves(leaf, root)).isFalse();
    }
    for (List<Hash> changed : changes(consistency.hashes(), random)) {
      assertThat(new ConsistencyProof(older, size, changed).proves(olderRoot, root)).isFalse();
    }
  }

  @Test
  void aHundredThousandLeavesAtOnce() {
    var leaves = new ArrayList<>(LEAVES);
    leaves.addAll(LEAVES.subList(0, 30_000));
    var growth = TreeEdge.empty().append(leaves);
    assertThat(growth.edge().size()).isEqualTo(100_000);
    assertThat(growth.edge().root()).isEqualTo(new NaiveTree(leaves).root());
    assertThat(growth.changed()).hasSize(391 + 2 + 1);
  }

  private static List<List<Hash>> changes(List<Hash> hashes, Random random) {
    var changes = new ArrayList<List<Hash>>();
    var longer = new ArrayList<>(hashes);
    longer.add(LEAVES.getFirst());
    changes.add(longer);
    if (!hashes.isEmpty()) {
      changes.add(hashes.subList(1, hashes.size()));
      changes.add(hashes.subList(0, hashes.size() - 1));
      var other = new ArrayList<>(hashes);
      other.set(random.nextInt(hashes.size()), Hashing.emptyRoot());
      changes.add(other);
    }
    return changes;
  }

  private static Map<TileId, Tile> tilesOf(TreeGrowth growth) {
    var tiles = new HashMap<TileId, Tile>();
    growth.changed().forEach(tile -> tiles.put(tile.id(), tile));
    return tiles;
  }
}
