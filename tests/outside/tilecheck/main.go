// tilecheck is a second opinion on an exported audit log. It shares nothing with Casebound: the checkpoint is opened with
// transparency-dev/formats, the tree is rebuilt with transparency-dev/merkle, and the tiles are walked with x/mod/sumdb/tlog.
//
//	tilecheck -key VKEY DIR        prints one line; exit status 0 in order, 1 fault found, 2 cannot tell
//
// VKEY is a note verifier key: origin+hash+base64(0x02 || SubjectPublicKeyInfo). Where the log replaced its key, VKEY may be any of its
// keys: entries "key.replaced" lead from one to the next (keys.go).
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	formats "github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// directory reads the tiles of one exported log for x/mod's tlog.
type directory struct{ root string }

// tilePath is the C2SP name of a tile: tlog's own, without the height, and "entries" for level -1.
func tilePath(t tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(t.Path(), fmt.Sprintf("tile/%d/", tileHeight))
}

func (d directory) Height() int { return tileHeight }

func (d directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	out := make([][]byte, len(tiles))
	for i, t := range tiles {
		data, err := os.ReadFile(filepath.Join(d.root, tilePath(t)))
		if err != nil {
			return nil, err
		}
		out[i] = data
	}
	return out, nil
}

func (d directory) SaveTiles([]tlog.Tile, [][]byte) {}

// entryBundle gives the records of bundle n, of which the tree holds width.
func (d directory) entryBundle(n int64, width int) ([][]byte, error) {
	path := "tile/" + strings.TrimPrefix(tlog.Tile{H: tileHeight, L: 0, N: n, W: width}.Path(), fmt.Sprintf("tile/%d/0/", tileHeight))
	path = strings.Replace(path, "tile/", "tile/entries/", 1)
	data, err := os.ReadFile(filepath.Join(d.root, path))
	if err != nil {
		return nil, err
	}
	var records [][]byte
	for len(data) > 0 {
		if len(data) < 2 {
			return nil, errors.New(path + ": a length is cut off")
		}
		size := int(binary.BigEndian.Uint16(data))
		if len(data) < 2+size {
			return nil, errors.New(path + ": an entry is cut off")
		}
		records = append(records, data[2:2+size])
		data = data[2+size:]
	}
	if len(records) != width {
		return nil, fmt.Errorf("%s: %d entries, the checkpoint says %d", path, len(records), width)
	}
	return records, nil
}

func check(root, vkey string) (uint64, error) {
	verifier, err := fnote.NewVerifier(vkey)
	if err != nil {
		return 0, cannotTell{err}
	}
	if err := onlyKnownNames(root); err != nil {
		return 0, err
	}
	raw, err := os.ReadFile(filepath.Join(root, "checkpoint"))
	if err != nil {
		return 0, cannotTell{err}
	}
	body, _, found := bytes.Cut(raw, []byte("\n\n"))
	var head formats.Checkpoint
	if _, err := head.Unmarshal(append(bytes.Clone(body), '\n')); err != nil || !found {
		return 0, errors.New("checkpoint: not a signed checkpoint")
	}
	if head.Origin != verifier.Name() {
		return 0, errors.New("checkpoint: another log's")
	}
	// Go's decoders overlook line ends and unused bits; one head has one spelling.
	if err := oneSpelling(raw); err != nil {
		return 0, fmt.Errorf("checkpoint: %w", err)
	}
	size := int64(head.Size)
	d := directory{root}
	if err := onlyExpectedTiles(root, size); err != nil { // before anything is read that may be a pipe
		return 0, err
	}

	// The tree from the entries, by transparency-dev/merkle.
	factory := compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}
	tree := factory.NewEmptyRange(0)
	var leaves [][]byte
	keys := keyChain{origin: verifier.Name()}
	for n := int64(0); n*256 < size; n++ {
		records, err := d.entryBundle(n, int(min(256, size-n*256)))
		if err != nil {
			return 0, err
		}
		for _, record := range records {
			if err := keys.read(record, uint64(len(leaves)), tree); err != nil {
				return 0, err
			}
			leaf := rfc6962.DefaultHasher.HashLeaf(record)
			leaves = append(leaves, leaf)
			if err := tree.Append(leaf, nil); err != nil {
				return 0, err
			}
		}
	}
	rebuilt := rfc6962.DefaultHasher.EmptyRoot()
	if size > 0 {
		if rebuilt, err = tree.GetRootHash(nil); err != nil {
			return 0, err
		}
	}
	if !bytes.Equal(rebuilt, head.Hash) {
		return 0, errors.New("the entries do not give the checkpoint's root")
	}
	if err := keys.signed(raw, head.Size, vkey); err != nil {
		return 0, fmt.Errorf("checkpoint: %w", err)
	}

	// The same from the hash tiles, by x/mod: every leaf is proved to the checkpoint's root.
	if size > 0 {
		var rootHash tlog.Hash
		copy(rootHash[:], head.Hash)
		reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: rootHash}, d)
		fromTiles, err := tlog.TreeHash(size, reader)
		if err != nil {
			return 0, fmt.Errorf("tiles: %w", err)
		}
		if fromTiles != rootHash {
			return 0, errors.New("the tiles do not give the checkpoint's root")
		}
		step := int64(1)
		if size > 2000 {
			step = 97 // still several in each tile, whose hashes are all checked against the tile above
		}
		for n := int64(0); n < size; n += step {
			proof, err := tlog.ProveRecord(size, n, reader)
			if err != nil {
				return 0, fmt.Errorf("entry %d: %w", n, err)
			}
			var leaf tlog.Hash
			copy(leaf[:], leaves[n])
			if err := tlog.CheckRecord(proof, size, rootHash, n, leaf); err != nil {
				return 0, fmt.Errorf("entry %d: %w", n, err)
			}
		}
	}
	return head.Size, nil
}

// onlyKnownNames refuses links and strangers beside the tiles, and a folder without README.
func onlyKnownNames(root string) error {
	entries, err := os.ReadDir(root)
	if err != nil {
		return cannotTell{err}
	}
	readme := false
	for _, entry := range entries {
		switch name := entry.Name(); name {
		case "checkpoint", "README":
			if !entry.Type().IsRegular() {
				return errors.New(name + " is not a regular file")
			}
			readme = readme || name == "README"
		case "tile", "private", "sealed":
			if !entry.IsDir() {
				return errors.New(name + " is not a folder")
			}
		default:
			return errors.New(name + " does not belong to a log")
		}
	}
	if !readme {
		if _, err := os.Stat(filepath.Join(root, "checkpoint")); err == nil {
			return errors.New("README is missing")
		}
	}
	return nil
}

func oneSpelling(note []byte) error {
	lines := strings.Split(string(note), "\n")
	texts := []string{lines[2]}
	for _, line := range lines[3:] {
		if strings.HasPrefix(line, "\u2014 ") {
			texts = append(texts, line[strings.LastIndex(line, " ")+1:])
		}
	}
	for _, text := range texts {
		bytes, err := base64.StdEncoding.Strict().DecodeString(text)
		if err != nil || base64.StdEncoding.EncodeToString(bytes) != text {
			return errors.New("base64 in another spelling")
		}
	}
	if size := lines[1]; len(size) > 1 && size[0] == '0' {
		return errors.New("the size begins with a zero")
	}
	return nil
}

// onlyExpectedTiles refuses files the checkpoint's size does not call for, and links.
func onlyExpectedTiles(root string, size int64) error {
	expected := map[string]bool{}
	for _, t := range tlog.NewTiles(tileHeight, 0, size) {
		expected[tilePath(t)] = true
		if t.L == 0 {
			expected[strings.Replace(tilePath(t), "tile/0/", "tile/entries/", 1)] = true
		}
	}
	return filepath.WalkDir(filepath.Join(root, "tile"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if errors.Is(err, fs.ErrNotExist) && size == 0 {
				return nil
			}
			return err
		}
		name, _ := filepath.Rel(root, path)
		if !entry.Type().IsRegular() {
			return errors.New(name + " is not a regular file")
		}
		if !expected[filepath.ToSlash(name)] {
			return errors.New(name + " does not belong to the checkpoint")
		}
		return nil
	})
}

type cannotTell struct{ error }

func main() {
	key := flag.String("key", "", "note verifier key of the workstation, from the office profile")
	flag.Parse()
	if flag.NArg() != 1 || *key == "" {
		flag.Usage()
		os.Exit(2)
	}
	size, err := check(flag.Arg(0), *key)
	var unsure cannotTell
	switch {
	case errors.As(err, &unsure):
		fmt.Println("cannot tell:", err)
		os.Exit(2)
	case err != nil:
		fmt.Println("fault found:", err)
		os.Exit(1)
	}
	fmt.Printf("in order: %d entries\n", size)
}
