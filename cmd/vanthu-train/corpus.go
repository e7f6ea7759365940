package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// part says what a block of the corpus is for. Nothing but training text is
// ever seen by a model; dev is what settings were chosen on; test only scores.
type part int

const (
	training part = iota
	dev
	test
)

const (
	blockLines = 60 // a document longer than this is cut into blocks
	heldOut    = 50 // one block in so many is dev, the next one is test
)

// partOf puts a block aside by the hash of its source and first line, so
// the division stays the same when sources are added or reordered.
func partOf(source, firstLine string) part {
	h := fnv.New32a()
	io.WriteString(h, source+"\x00"+firstLine)
	switch h.Sum32() % heldOut {
	case 0:
		return dev
	case 1:
		return test
	}
	return training
}

// sources lists the corpus files, in name order.
func sources(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt.zst"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("find corpus in %s: no *.txt.zst there", dir)
	}
	return files, err
}

// sourceName is the file's name without folder and ending.
func sourceName(file string) string {
	return strings.TrimSuffix(filepath.Base(file), ".txt.zst")
}

// readBlocks calls visit with every block of a corpus file: a document, or at
// most blockLines paragraphs of one, together with the part it belongs to.
func readBlocks(file string, visit func(p part, lines []string) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	defer z.Close()
	in := bufio.NewScanner(z)
	in.Buffer(make([]byte, 1<<20), 64<<20)
	var block []string
	flush := func() error {
		if len(block) == 0 {
			return nil
		}
		err := visit(partOf(sourceName(file), block[0]), block)
		block = nil
		return err
	}
	for in.Scan() {
		line := strings.TrimSpace(in.Text())
		if line != "" {
			block = append(block, line)
		}
		if line == "" || len(block) == blockLines {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	return flush()
}
