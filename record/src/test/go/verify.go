// Verify checks a mirror of an Earshot record with other people's code: the
// signed notes and the Merkle trees are those of golang.org/x/mod/sumdb, which
// shares nothing with Earshot's own verifier.
//
//	verify <mirror directory> <verifier key> [older checkpoint file]
//
// It prints "ok N entries", or a reason and exits with status 1.
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
)

func main() {
	if len(os.Args) != 3 && len(os.Args) != 4 {
		fail(errors.New("usage: verify <mirror directory> <verifier key> [older checkpoint file]"))
	}
	older := ""
	if len(os.Args) == 4 {
		older = os.Args[3]
	}
	size, err := verify(os.Args[1], os.Args[2], older)
	if err != nil {
		fail(err)
	}
	fmt.Printf("ok %d entries\n", size)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func verify(dir, vkey, older string) (int64, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return 0, err
	}
	head, err := readCheckpoint(filepath.Join(dir, "checkpoint"), verifier)
	if err != nil {
		return 0, err
	}
	hashes := &mirror{dir: dir, size: head.N, tiles: make(map[tileID][]byte), nodes: make(map[int64]tlog.Hash)}
	if err := checkRoot(head, hashes); err != nil {
		return 0, err
	}
	if err := checkTiles(head.N, hashes); err != nil {
		return 0, err
	}
	if err := checkEntries(dir, head, hashes); err != nil {
		return 0, err
	}
	if older != "" {
		before, err := readCheckpoint(older, verifier)
		if err != nil {
			return 0, err
		}
		if err := checkConsistency(before, head, hashes); err != nil {
			return 0, err
		}
	}
	return head.N, nil
}

// readCheckpoint opens a signed checkpoint. tlog.ParseTree knows only the header
// of the go.sum database, so the three lines of a C2SP checkpoint are read here.
func readCheckpoint(file string, verifier note.Verifier) (tlog.Tree, error) {
	var tree tlog.Tree
	msg, err := os.ReadFile(file)
	if err != nil {
		return tree, err
	}
	n, err := note.Open(msg, note.VerifierList(verifier))
	if err != nil {
		return tree, fmt.Errorf("%s: %w", file, err)
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, fmt.Errorf("%s: not a checkpoint of %s", file, verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tree, fmt.Errorf("%s: malformed size %q", file, lines[1])
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tree, fmt.Errorf("%s: malformed root %q", file, lines[2])
	}
	tree.N = size
	copy(tree.Hash[:], root)
	return tree, nil
}

func treeHash(size int64, hashes tlog.HashReader) (tlog.Hash, error) {
	if size == 0 { // RFC 6962 differs here from the go.sum database
		return sha256.Sum256(nil), nil
	}
	return tlog.TreeHash(size, hashes)
}

func checkRoot(head tlog.Tree, hashes tlog.HashReader) error {
	root, err := treeHash(head.N, hashes)
	if err != nil {
		return err
	}
	if root != head.Hash {
		return fmt.Errorf("the tiles have the root %v, the checkpoint %v", root, head.Hash)
	}
	return nil
}

// checkTiles compares each hash above level 0 with the 256 hashes below it.
func checkTiles(size int64, hashes *mirror) error {
	for level := 1; size>>uint(level*tileHeight) > 0; level++ {
		for n := int64(0); n < size>>uint(level*tileHeight); n++ {
			below, err := hashes.tile(level-1, n)
			if err != nil {
				return err
			}
			want, err := hashes.node(level*tileHeight, n)
			if err != nil {
				return err
			}
			if got := fold(below, tileWidth); got != want {
				return fmt.Errorf("hash %d of tile level %d is not the root of the tile below it", n, level)
			}
		}
	}
	return nil
}

// checkEntries proves each entry of each bundle against the signed root.
func checkEntries(dir string, head tlog.Tree, hashes tlog.HashReader) error {
	for first := int64(0); first < head.N; first += tileWidth {
		width := head.N - first
		if width > tileWidth {
			width = tileWidth
		}
		file := tilePath("entries", first/tileWidth, width)
		bundle, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return err
		}
		for n := first; n < first+width; n++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("%s ends within entry %d", file, n)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2:end]
			bundle = bundle[end:]
			proof, err := tlog.ProveRecord(head.N, n, hashes)
			if err != nil {
				return err
			}
			if err := tlog.CheckRecord(proof, head.N, head.Hash, n, tlog.RecordHash(entry)); err != nil {
				return fmt.Errorf("entry %d: %w", n, err)
			}
		}
		if len(bundle) != 0 {
			return fmt.Errorf("%s goes on after its %d entries", file, width)
		}
	}
	return nil
}

func checkConsistency(before, head tlog.Tree, hashes tlog.HashReader) error {
	if before.N > head.N {
		return fmt.Errorf("the log had %d entries and now has %d", before.N, head.N)
	}
	if before.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(head.N, before.N, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, head.N, head.Hash, before.N, before.Hash); err != nil {
		return fmt.Errorf("the log does not begin as it did at %d entries: %w", before.N, err)
	}
	return nil
}

type tileID struct {
	level int
	n     int64
}

// mirror reads the tree's hashes from tile files. The go.sum database numbers
// its tile paths in another way, so tlog.TileHashReader is of no use here.
type mirror struct {
	dir   string
	size  int64
	tiles map[tileID][]byte
	nodes map[int64]tlog.Hash // by tlog's index; computed from tiles once
}

func (m *mirror) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, 0, len(indexes))
	for _, index := range indexes {
		hash, known := m.nodes[index]
		if !known {
			var err error
			if hash, err = m.node(tlog.SplitStoredHashIndex(index)); err != nil {
				return nil, err
			}
			m.nodes[index] = hash
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

// node is the n'th hash of a tree level, counted in halvings and not in tiles.
func (m *mirror) node(level int, n int64) (tlog.Hash, error) {
	above := uint(level % tileHeight)
	first := n << above
	tile, err := m.tile(level/tileHeight, first/tileWidth)
	if err != nil {
		return tlog.Hash{}, err
	}
	from := int(first % tileWidth)
	count := 1 << above
	if len(tile) < (from+count)*tlog.HashSize {
		return tlog.Hash{}, fmt.Errorf("no hash %d in level %d", n, level)
	}
	return fold(tile[from*tlog.HashSize:], count), nil
}

func (m *mirror) tile(level int, n int64) ([]byte, error) {
	id := tileID{level, n}
	if tile, ok := m.tiles[id]; ok {
		return tile, nil
	}
	width := m.size>>uint(level*tileHeight) - n*tileWidth
	if width > tileWidth {
		width = tileWidth
	}
	file := tilePath(strconv.Itoa(level), n, width)
	tile, err := os.ReadFile(filepath.Join(m.dir, file))
	if err != nil {
		return nil, err
	}
	if len(tile) != int(width)*tlog.HashSize {
		return nil, fmt.Errorf("%s has %d bytes", file, len(tile))
	}
	m.tiles[id] = tile
	return tile, nil
}

// fold is the root over the first count hashes; count is a power of two.
func fold(hashes []byte, count int) tlog.Hash {
	if count == 1 {
		var hash tlog.Hash
		copy(hash[:], hashes)
		return hash
	}
	half := count / 2
	return tlog.NodeHash(fold(hashes, half), fold(hashes[half*tlog.HashSize:], half))
}

func tilePath(level string, n, width int64) string {
	text := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		text = fmt.Sprintf("x%03d/%s", n%1000, text)
	}
	text = "tile/" + level + "/" + text
	if width < tileWidth {
		text += fmt.Sprintf(".p/%d", width)
	}
	return text
}
