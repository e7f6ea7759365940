package kind

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// ErrSkipped wraps the reason why [Walk] passes something by on purpose. A
// retry is useless.
var ErrSkipped = errors.New("skipped")

// Walk lists the regular files among paths and, in their order of name, in the
// folders below them. What it cannot or will not list comes as an entry with
// an error: hidden and lock files, FIFOs and devices, links, folders that may
// not be read.
//
// A path that is itself a link, or hidden, is followed, because somebody asked
// for it. Links found inside a folder are not: one that stays inside leads to
// what the walk sees anyway, one that leaves may lead round in a circle; the
// reason says how to follow it. A file reached by two paths comes twice.
//
// When ctx is done the last entry is its error with an empty path.
func Walk(ctx context.Context, paths []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		w := walk{ctx, yield}
		for _, path := range paths {
			if !w.argument(path) {
				return
			}
		}
	}
}

// walk is a walk under way. Its methods report whether to go on.
type walk struct {
	ctx   context.Context
	yield func(string, error) bool
}

func (w walk) argument(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.yield(path, fmt.Errorf("find file: %w", err))
	}
	return w.visit(path, info.Mode())
}

func (w walk) visit(path string, mode fs.FileMode) bool {
	if err := w.ctx.Err(); err != nil {
		w.yield("", err)
		return false
	}
	switch mode.Type() {
	case 0:
		return w.yield(path, nil)
	case fs.ModeDir:
		return w.folder(path)
	case fs.ModeSymlink:
		return w.link(path)
	}
	return w.skip(path, "not a regular file but "+odd(mode))
}

func (w walk) folder(dir string) bool {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if why := hidden(e.Name()); why != "" {
			if !w.skip(path, why) {
				return false
			}
		} else if !w.visit(path, e.Type()) {
			return false
		}
	}
	if err != nil {
		return w.yield(dir, fmt.Errorf("read folder: %w", err))
	}
	return true
}

func (w walk) link(path string) bool {
	if _, err := os.Stat(path); err != nil {
		return w.skip(path, "symbolic link that leads nowhere")
	}
	return w.skip(path, "symbolic link inside a folder (name it on the command line to follow it)")
}

func (w walk) skip(path, why string) bool {
	return w.yield(path, fmt.Errorf("%w: %s", ErrSkipped, why))
}

// hidden says why a name is passed by, or "".
func hidden(name string) string {
	switch lower := strings.ToLower(name); {
	case strings.HasPrefix(name, "."):
		return "hidden file or folder"
	case strings.HasPrefix(name, "~$"):
		return "lock file of an open office document"
	case lower == "thumbs.db", lower == "desktop.ini", lower == "$recycle.bin",
		lower == "system volume information", lower == "__macosx", lower == "@eadir":
		return "kept by the system, not a document"
	}
	return ""
}

func odd(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return mode.Type().String()
}
