package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
)

// object is one line of gold or of what was found.
type object map[string]any

func (o object) file() string { f, _ := o["file"].(string); return filepath.Base(f) }

// fieldBars are what must be reached on the scans.
var fieldBars = map[string]string{
	"number": "≥ 0.97, 0 wrong", "issued": "≥ 0.97, 0 wrong", "doc_type": "≥ 0.98", "issuer": "≥ 0.98", "province": "≥ 0.98",
	"title": "≥ 0.93", "signer.name": "≥ 0.95", "signer.position": "≥ 0.95", "recipients": "≥ 0.93", "citations": "≥ 0.93",
}

// fields compares the records with the gold of ../shared by its own tool: the
// seeds, and the scans in all, with the third that no rule was tuned on
// apart.
func (b *bench) fields(ctx context.Context) error {
	seeds, err := readObjects(filepath.Join(b.shared, "gold", "seeds.dev.jsonl"))
	if err != nil {
		return err
	}
	scans, err := readObjects(filepath.Join(b.shared, "scans", "fields.jsonl"))
	if err != nil {
		return err
	}
	return b.withArchive(ctx, func(_ *pipeline.View, records map[string]pipeline.Record) error {
		return errors.Join(
			b.fieldRows(ctx, "seeds", seeds, records, nil, "≥ 0.99, nothing invented"),
			b.fieldRows(ctx, "scans", scans, records, fieldBars, ""),
			b.fieldRows(ctx, "scans, dev", third(scans, false), records, nil, ""),
			b.fieldRows(ctx, "scans, held out", third(scans, true), records, nil, ""),
		)
	})
}

// heldOut names the documents that no rule may be tuned on: a third, by lot
// that falls the same every time.
func heldOut(o object) bool {
	h := fnv.New32a()
	io.WriteString(h, o.file())
	return h.Sum32()%3 == 0
}

func third(all []object, held bool) []object {
	return slices.DeleteFunc(slices.Clone(all), func(o object) bool { return heldOut(o) != held })
}

// fieldRows are the set as a whole and, where there are bars, field by field.
func (b *bench) fieldRows(ctx context.Context, set string, gold []object, records map[string]pipeline.Record, bars map[string]string, bar string) error {
	found, missing, err := foundObjects(gold, records)
	if err != nil {
		return err
	}
	row := func(what string, gold []object, bar, note string) error {
		c, err := b.scoreFields(ctx, gold, found, what == "all fields" && b.show)
		if err != nil {
			return err
		}
		n := c.Right + c.Wrong + c.Missed + c.Flagged
		if n+c.Invented == 0 {
			return nil // lists that are empty, as they should be
		}
		b.rows = append(b.rows, scores.Row{Section: scores.Fields, Set: set, What: what, N: n,
			Figure: fmt.Sprintf("F1 %.3f", c.F1), Bar: bar, Note: c.String() + note})
		return nil
	}
	if bars != nil {
		for _, field := range fieldNames(gold) {
			if err := row(field, only(field, gold), bars[field], ""); err != nil {
				return err
			}
		}
	}
	note := fmt.Sprintf(" (%d files", len(gold))
	if missing > 0 {
		note += fmt.Sprintf(", %d without record", missing)
	}
	return row("all fields", gold, bar, note+")")
}

// fieldCount is the last line that score_fields.py prints.
type fieldCount struct {
	Right, Wrong, Missed, Invented, Flagged int
	F1                                      float64
}

func (c fieldCount) String() string {
	s := fmt.Sprintf("right %d wrong %d missed %d invented %d", c.Right, c.Wrong, c.Missed, c.Invented)
	if c.Flagged > 0 {
		s += fmt.Sprintf(" flagged %d", c.Flagged)
	}
	return s
}

// scoreFields runs the tool. It counts by field for people only, so it is run
// on gold that asks for one field where the counts of one are wanted.
func (b *bench) scoreFields(ctx context.Context, gold, found []object, show bool) (c fieldCount, err error) {
	g, f := filepath.Join(b.build, "gold.jsonl"), filepath.Join(b.build, "found.jsonl")
	if err := errors.Join(writeObjects(g, gold), writeObjects(f, found)); err != nil {
		return c, err
	}
	cmd := exec.CommandContext(ctx, "python3", filepath.Join(b.shared, "tools", "score_fields.py"), g, f)
	if show {
		cmd.Args = append(cmd.Args, "--show")
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return c, fmt.Errorf("score fields: %w", err)
	}
	if show {
		os.Stderr.Write(out)
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return c, json.Unmarshal(lines[len(lines)-1], &c)
}

// always are keys that tell the tool how to read the others.
var always = []string{"file", "number_handwritten", "date_handwritten", "citations_pages"}

// ignored are keys that tell of the page, not of a field.
var ignored = append([]string{"pages", "doubt", "quality", "signature_overlay"}, always...)

func fieldNames(gold []object) []string {
	names := map[string]bool{}
	for _, o := range gold {
		for key := range flat(o) {
			names[key] = !slices.Contains(ignored, key)
		}
	}
	maps.DeleteFunc(names, func(_ string, field bool) bool { return !field })
	return slices.Sorted(maps.Keys(names))
}

// only is gold that asks for one field.
func only(field string, gold []object) (out []object) {
	for _, o := range gold {
		one := flat(o)
		maps.DeleteFunc(one, func(key string, _ any) bool { return key != field && !slices.Contains(always, key) })
		out = append(out, one)
	}
	return out
}

// flat lifts the parts of the signer, as the tool does: "signer.name".
func flat(o object) object {
	out := maps.Clone(o)
	if signer, ok := o["signer"].(map[string]any); ok {
		delete(out, "signer")
		for part, v := range signer {
			out["signer."+part] = v
		}
	}
	return out
}

// foundObjects are the fields of the records that gold asks for; a file
// without a record has none.
func foundObjects(gold []object, records map[string]pipeline.Record) (out []object, missing int, err error) {
	for _, g := range gold {
		r, ok := records[g.file()]
		if !ok {
			missing++
		}
		data, err := json.Marshal(r.Fields)
		if err != nil {
			return nil, 0, err
		}
		var o object
		if err := json.Unmarshal(data, &o); err != nil {
			return nil, 0, err
		}
		o["file"] = g.file()
		out = append(out, o)
	}
	return out, missing, nil
}

func readObjects(path string) ([]object, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []object
	for line := range strings.Lines(string(data)) {
		var o object
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, o)
	}
	return all, nil
}

func writeObjects(path string, all []object) error {
	var b bytes.Buffer
	for _, o := range all {
		if err := json.NewEncoder(&b).Encode(o); err != nil {
			return err
		}
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
