package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pkg is what `go list` says of a package of ours.
type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func ours(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "vanthu/...")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// in reports whether a package is one of these or below one of them.
func in(path string, rooms ...string) bool {
	return slices.ContainsFunc(rooms, func(room string) bool { return path == room || strings.HasPrefix(path, room+"/") })
}

// TestImportRules holds the rooms apart (see the README, "How the pieces
// fit"): each rule says who may import what.
func TestImportRules(t *testing.T) {
	stages := []string{"vanthu/ingest", "vanthu/normalize", "vanthu/extract", "vanthu/index"}
	sole := map[string]string{ // library → the one room that may import it
		"github.com/gen2brain/go-fitz":       "vanthu/ingest/raster",
		"github.com/otiai10/gosseract/v2":    "vanthu/ingest/ocr",
		"github.com/blevesearch/bleve/v2":    "vanthu/index",
		"modernc.org/sqlite":                 "vanthu/cmd/internal/catalogue",
		"github.com/spf13/cobra":             "vanthu/cmd",
		"github.com/schollz/progressbar/v3":  "vanthu/cmd/vanthu",
		"github.com/gabriel-vasile/mimetype": "vanthu/ingest/kind",
	}
	for _, p := range ours(t) {
		for _, imp := range p.Imports {
			if room := sole[imp]; room != "" && !in(p.ImportPath, room) {
				t.Errorf("%s imports %s; only %s may", p.ImportPath, imp, room)
			}
			if in(p.ImportPath, "vanthu/normalize") && strings.Contains(imp, ".") && !strings.HasPrefix(imp, "golang.org/x/text") {
				t.Errorf("%s imports %s; normalize knows the standard library and x/text only", p.ImportPath, imp)
			}
			if in(p.ImportPath, "vanthu/ingest/output") && in(imp, "vanthu") && !in(imp, "vanthu/ingest/output") && imp != "vanthu/ingest" && imp != "vanthu/ingest/kind" {
				t.Errorf("%s imports %s; what writes documents reads no pages", p.ImportPath, imp)
			}
			if in(p.ImportPath, "vanthu/ingest/hand") && (strings.Contains(imp, ".") || in(imp, stages...) && !in(imp, "vanthu/ingest/hand")) {
				t.Errorf("%s imports %s; ingest/hand knows the standard library only", p.ImportPath, imp)
			}
			if in(imp, "vanthu/cmd/internal/pipeline") && !in(p.ImportPath, "vanthu/cmd") {
				t.Errorf("%s imports the pipeline; only commands may", p.ImportPath)
			}
			for _, stage := range stages {
				if in(p.ImportPath, stages...) && !in(p.ImportPath, stage) && in(imp, stage) && imp != "vanthu/ingest" && imp != "vanthu/normalize/tone" {
					t.Errorf("%s imports %s: stages do not know each other's insides", p.ImportPath, imp)
				}
			}
		}
	}
}

// TestPureGo builds everything but the two rooms around C libraries, and the
// program that needs them, without a C compiler.
func TestPureGo(t *testing.T) {
	var pure []string
	for _, p := range ours(t) {
		if !slices.ContainsFunc(append(p.Deps, p.ImportPath), func(d string) bool { return in(d, "vanthu/ingest/raster", "vanthu/ingest/ocr") }) {
			pure = append(pure, p.ImportPath)
		}
	}
	if len(pure) < 10 {
		t.Fatalf("only %d packages without C: %v", len(pure), pure)
	}
	cmd := exec.Command("go", append([]string{"build"}, pure...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("build without cgo: %v\n%s", err, out)
	}
}
