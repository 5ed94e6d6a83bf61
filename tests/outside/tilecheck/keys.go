package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	formats "github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"
)

// keyChain is who signed the log when. An entry "key.replaced" holds a note that the old key signed: the head before that entry, and two
// extension lines, the old verifier key and the new one.
type keyChain struct {
	origin string
	keys   []string // verifier keys, oldest first; empty where none was ever replaced
	from   []uint64 // the entry that announced keys[i+1]
}

// read takes the entry at this place; tree is what stands before it.
func (c *keyChain) read(entry []byte, place uint64, tree *compact.Range) error {
	if !bytes.Contains(entry, []byte(`"key.replaced"`)) {
		return nil
	}
	var said struct{ Event, Announcement string }
	if err := json.Unmarshal(entry, &said); err != nil {
		return fmt.Errorf("entry %d: %w", place, err)
	}
	if said.Event != "key.replaced" {
		return nil
	}
	if err := c.announced([]byte(said.Announcement), place, tree); err != nil {
		return fmt.Errorf("entry %d: the new key: %w", place, err)
	}
	return nil
}

func (c *keyChain) announced(note []byte, place uint64, tree *compact.Range) error {
	body, _, _ := bytes.Cut(note, []byte("\n\n"))
	var before formats.Checkpoint
	rest, err := before.Unmarshal(append(bytes.Clone(body), '\n'))
	if err != nil {
		return err
	}
	lines := strings.Split(string(rest), "\n")
	if len(lines) != 3 || lines[2] != "" || !strings.HasPrefix(lines[0], "old-key ") || !strings.HasPrefix(lines[1], "new-key ") {
		return errors.New("the announcement has another form")
	}
	oldKey, newKey := strings.TrimPrefix(lines[0], "old-key "), strings.TrimPrefix(lines[1], "new-key ")
	for _, key := range []string{oldKey, newKey} {
		verifier, err := fnote.NewVerifier(key)
		if err != nil {
			return err
		}
		if verifier.Name() != c.origin {
			return errors.New("a key of another log")
		}
	}
	if err := opens(note, c.origin, oldKey); err != nil {
		return err
	}
	if err := oneSpelling(note); err != nil {
		return err
	}
	root := rfc6962.DefaultHasher.EmptyRoot()
	if place > 0 {
		if root, err = tree.GetRootHash(nil); err != nil {
			return err
		}
	}
	if before.Size != place || !bytes.Equal(before.Hash, root) {
		return errors.New("announced for another place, or another log")
	}
	if len(c.keys) == 0 {
		c.keys = []string{oldKey}
	}
	if c.keys[len(c.keys)-1] != oldKey || slices.Contains(c.keys, newKey) {
		return errors.New("the old key was not in force")
	}
	c.keys, c.from = append(c.keys, newKey), append(c.from, place)
	return nil
}

// signed says whether a head of this size is signed with the key in force there, and the key we know is one of the log's.
func (c *keyChain) signed(head []byte, size uint64, known string) error {
	if len(c.keys) == 0 {
		return opens(head, c.origin, known)
	}
	if !slices.Contains(c.keys, known) {
		return errors.New("no key of this log is the one that is known")
	}
	now := 0 // keys announced in a head of this size
	for now < len(c.from) && c.from[now] < size {
		now++
	}
	err := opens(head, c.origin, c.keys[now])
	if err != nil && now > 0 && c.from[now-1]+1 == size { // the announcement is its last entry: the old key signs, too
		err = opens(head, c.origin, c.keys[now-1])
	}
	return err
}

func opens(note []byte, origin, key string) error {
	verifier, err := fnote.NewVerifier(key)
	if err != nil {
		return err
	}
	_, _, _, err = formats.ParseCheckpoint(note, origin, verifier)
	return err
}
