package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"
	"golang.org/x/sys/unix"

	"vanthu/ingest/ocr"
)

func (a *app) doctorCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: a.say("show what is installed, what is missing, and how to get it"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.printFindings(a.examine(cmd.Context()), asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say("print JSON lines"))
	return cmd
}

// finding is one thing the doctor looked at.
type finding struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Is   string `json:"is"`           // what is there
	Do   string `json:"do,omitempty"` // the command that mends it
}

func (a *app) examine(ctx context.Context) []finding {
	return []finding{
		{"vanthu", true, version() + ", " + runtime.Version(), ""},
		{"tesseract", true, ocr.Version(), ""},
		a.findLanguage(),
		findProgram(ctx, "qpdf", "qpdf", "--version"),
		findProgram(ctx, "pdftotext", "poppler-utils", "-v"),
		findFonts(ctx),
		{"cores", true, fmt.Sprint(runtime.NumCPU()), ""},
		a.findDisk(),
		a.findArchive(),
	}
}

func (a *app) findLanguage() finding {
	installed, err := ocr.Languages()
	f := finding{Name: "languages", OK: err == nil, Is: strings.Join(installed, " ")}
	for _, lang := range strings.Split(a.config.LangOCR, "+") {
		if !slices.Contains(installed, lang) {
			f.OK = false
			f.Do = "sudo apt-get install tesseract-ocr-" + strings.ReplaceAll(lang, "_", "-")
		}
	}
	return f
}

// findProgram runs a program for the first line of its version.
func findProgram(ctx context.Context, name, pkg string, args ...string) finding {
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return finding{Name: name, Do: "sudo apt-get install " + pkg}
	}
	line, _, _ := strings.Cut(string(out), "\n")
	return finding{Name: name, OK: true, Is: line}
}

// findFonts counts fonts with Vietnamese letters: PDF files may leave theirs
// out.
func findFonts(ctx context.Context) finding {
	out, err := exec.CommandContext(ctx, "fc-list", ":lang=vi", "family").Output()
	n := strings.Count(string(out), "\n")
	if err != nil || n == 0 {
		return finding{Name: "fonts", Do: "sudo apt-get install fontconfig fonts-liberation2"}
	}
	return finding{Name: "fonts", OK: true, Is: fmt.Sprint(n)}
}

// smallDisk is under what a folder of some hundred scans may need.
const smallDisk = 2 << 30

func (a *app) findDisk() finding {
	dir := a.config.Data
	for _, err := os.Stat(dir); err != nil && dir != filepath.Dir(dir); _, err = os.Stat(dir) {
		dir = filepath.Dir(dir)
	}
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return finding{Name: "disk", Is: err.Error()}
	}
	free := st.Bavail * uint64(st.Bsize)
	return finding{Name: "disk", OK: free >= smallDisk, Is: a.say("%s free", humanize.IBytes(free))}
}

func (a *app) findArchive() finding {
	f := finding{Name: "archive", OK: true, Is: a.config.Data}
	if _, err := os.Stat(a.config.Data); err != nil {
		f.Is = a.say("%s: not there yet", a.config.Data)
		f.Do = "vanthu add FOLDER"
	}
	return f
}

func (a *app) printFindings(all []finding, asJSON bool) error {
	missing := 0
	for _, f := range all {
		if !f.OK {
			missing++
		}
		if asJSON {
			if err := a.printJSON(f); err != nil {
				return err
			}
			continue
		}
		mark := "✓"
		if !f.OK {
			mark = "✗"
		}
		if _, err := fmt.Fprintf(a.out, "%s %-12s %s\n", mark, a.say(f.Name), strings.Join(compact(f.Is, f.Do), "  → ")); err != nil {
			return err
		}
	}
	if missing > 0 {
		return fmt.Errorf("doctor: %d things are missing", missing)
	}
	return nil
}
