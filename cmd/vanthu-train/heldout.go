package main

import (
	"errors"
	"hash/fnv"
	"path/filepath"
	"strings"
	"unicode"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

var errEnough = errors.New("enough")

// heldOutText is up to size bytes of a part of some sources, alike from each.
// Paragraphs that stand in training too, in other sources, were kept from the
// models (lm.go).
func heldOutText(corpus string, names []string, want part, size int) (string, error) {
	var b strings.Builder
	for i, name := range names {
		limit := size * (i + 1) / len(names)
		err := readBlocks(filepath.Join(corpus, name+".txt.zst"), func(p part, lines []string) error {
			if p == want {
				b.WriteString(tone.NFC(strings.Join(lines, "\n")) + "\n\n")
			}
			if b.Len() > limit {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return "", err
		}
	}
	return b.String(), nil
}

// halfStrip takes the marks off every second word, by lot that is the same
// every time.
func halfStrip(s string) string {
	n := uint32(0)
	return mapFields(s, func(f string) string {
		n++
		h := fnv.New32a()
		h.Write([]byte{byte(n), byte(n >> 8), byte(n >> 16)})
		if h.Sum32()>>7&1 == 0 {
			return f
		}
		return tone.Fold(f)
	})
}

// mapFields changes the words of a text and keeps its white space.
func mapFields(s string, change func(string) string) string {
	var b strings.Builder
	for s != "" {
		at := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) })
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		s = s[at:]
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		b.WriteString(change(s[:end]))
		s = s[end:]
	}
	return b.String() + s
}

// canonicalField is a field with the tone of each part in its canonical place.
func canonicalField(f string) string {
	var b strings.Builder
	for _, p := range lm.Split(f) {
		b.WriteString(p.Pre + tone.Canonical(p.Core) + p.Post)
	}
	return b.String()
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }
