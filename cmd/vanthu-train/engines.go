package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"vanthu/normalize/tone"
)

// engine is a program that reads a PGM file and prints its text.
type engine struct {
	name     string
	command  []string // with PAGE, and PSM and UNKNOWN, which are drawn by lot
	language string   // of Tesseract's; "" for others
	share    int      // of the pages it reads
	weight   float64  // of what it teaches the channel of foreign readers
}

// vietnamese is the engine whose slips are the other channel.
const vietnamese = "tesseract-vie"

// engines are all of Debian that read Latin letters. All but Tesseract vie
// know no Vietnamese: what they make of its marks is the damage we learn.
// Tesseract in other languages takes them for accents of its own, as office
// programs set to the wrong language do; gocr and ocrad look at the form of
// single signs, as old programs do.
var engines = []engine{
	tesseract("vie", 3, 0), tesseract("eng", 3, 1),
	tesseract("fra", 1, 0.3), tesseract("deu", 1, 0.3), tesseract("spa", 1, 0.3), tesseract("por", 1, 0.3),
	tesseract("ita", 1, 0.3), tesseract("ces", 1, 0.3), tesseract("pol", 1, 0.3), tesseract("tur", 1, 0.3),
	tesseract("swe", 1, 0.3), tesseract("lat", 1, 0.3), tesseract("ron", 1, 0.3), tesseract("hun", 1, 0.3),
	shapes("ocrad", "ocrad", "--format=utf8", "PAGE"),
	shapes("ocrad-ascii", "ocrad", "--charset=ascii", "PAGE"),
	shapes("gocr", "gocr", "-f", "UTF8", "-u", "UNKNOWN", "-i", "PAGE"),
}

func tesseract(language string, share int, weight float64) engine {
	return engine{"tesseract-" + language, []string{"tesseract", "PAGE", "-", "-l", language, "--psm", "PSM"}, language, share, weight}
}

// shapes is an engine that looks at single signs.
func shapes(name string, command ...string) engine {
	return engine{name: name, command: command, share: 2, weight: 0.3}
}

// deck has every engine as often as its share says; pages are dealt from it.
func deck(engines []engine) []engine {
	var cards []engine
	for round := range 3 {
		for _, e := range engines {
			if round < e.share {
				cards = append(cards, e)
			}
		}
	}
	return cards
}

// installedEngines are those that can run here; of the others it says so.
func installedEngines(ctx context.Context) []engine {
	out, _ := exec.CommandContext(ctx, "tesseract", "--list-langs").Output()
	languages := strings.Fields(string(out))
	var here []engine
	for _, e := range engines {
		if e.here(languages) {
			here = append(here, e)
		} else {
			report(fmt.Sprintf("%s: not installed, left out", e.name))
		}
	}
	return here
}

func (e engine) here(languages []string) bool {
	if _, err := exec.LookPath(e.command[0]); err != nil || e.language == "" {
		return err == nil
	}
	return slices.Contains(languages, e.language)
}

// patience is how long an engine may look at a page.
const patience = 2 * time.Minute

// read reads a page; the lot decides how lines are looked for, and what stands
// for a sign the engine does not know.
func (e engine) read(ctx context.Context, rnd *rand.Rand, file string) (string, error) {
	set := strings.NewReplacer("PAGE", file, "PSM", []string{"3", "4", "6", "6"}[rnd.IntN(4)], "UNKNOWN", []string{"_", "~"}[rnd.IntN(2)])
	args := make([]string, len(e.command))
	for i, a := range e.command {
		args[i] = set.Replace(a)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("read with %s: %w", e.name, err)
	}
	return tone.NFC(strings.ToValidUTF8(string(out), "")), nil
}
