package main

import (
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/scores"
	"vanthu/extract"
	"vanthu/ingest"
	"vanthu/ingest/blank"
	"vanthu/ingest/hand"
	"vanthu/ingest/kind"
	"vanthu/ingest/raster"
)

// handCount is what became of the fields that a hand filled in: of so many,
// right from the picture alone, first choice by all evidence, given and right,
// given but wrong.
type handCount struct{ of, alone, first, given, wrong int }

// handScore is the count of a set of documents.
type handScore struct {
	boxes, located int
	number, date   handCount
	pages          int
	spent          time.Duration
}

// hands measures handwritten numbers and dates on the first pages of the scans;
// of a date of which the month is printed, the picture alone must give the day.
// The words are those of the archive, so nothing is recognised anew but the
// hands. Boxes drawn by eye around numbers, a table of file and x0 y0 x1 y1 in
// points, are compared with ours where -boxes names them.
func (b *bench) hands(ctx context.Context) error {
	gold, err := readObjects(filepath.Join(b.shared, "scans", "fields.jsonl"))
	if err != nil {
		return err
	}
	m := &handMeasure{bench: b}
	if err := m.open(); err != nil {
		return err
	}
	return b.withArchive(ctx, func(_ *pipeline.View, records map[string]pipeline.Record) error {
		var dev, held handScore
		for _, o := range gold {
			s := &dev
			if heldOut(o) {
				s = &held
			}
			if err := m.document(ctx, o, records[o.file()], s); err != nil {
				return fmt.Errorf("%s: %w", o.file(), err)
			}
		}
		b.handRows("hand, dev", dev)
		b.handRows("hand, held out", held)
		return nil
	})
}

// handMeasure holds what reading hands needs.
type handMeasure struct {
	*bench
	digits    *hand.Reader
	extractor *extract.Extractor
	drawn     map[string]ingest.Box // by file, by eye
}

func (m *handMeasure) open() (err error) {
	if m.digits, err = hand.Open(); err != nil {
		return err
	}
	if m.extractor, err = extract.New(extract.Options{}); err != nil {
		return err
	}
	m.drawn, err = readBoxes(m.boxes)
	return err
}

// readBoxes reads the table of -boxes: file, field, x0, y0, x1, y1.
func readBoxes(path string) (map[string]ingest.Box, error) {
	boxes := map[string]ingest.Box{}
	if path == "" {
		return boxes, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 6 {
			return nil, fmt.Errorf("read boxes: %q has not six columns", line)
		}
		var v [4]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(f[2+i], 64); err != nil {
				return nil, fmt.Errorf("read boxes: %w", err)
			}
		}
		boxes[f[0]] = ingest.Box{X0: v[0], Y0: v[1], X1: v[2], Y1: v[3]}
	}
	return boxes, nil
}

// document measures one document.
func (m *handMeasure) document(ctx context.Context, gold object, r pipeline.Record, s *handScore) error {
	if len(r.Document.Pages) == 0 {
		return nil
	}
	page := &r.Document.Pages[0]
	if err := m.readPage(ctx, gold, page, s); err != nil {
		return err
	}
	fields := m.extractor.Extract(r.Document)
	byField := map[ingest.Field]ingest.Hand{}
	for _, h := range page.Hands {
		byField[h.Field] = h
	}
	if number, _ := gold["number"].(string); number != "" && gold["number_handwritten"] == true {
		serial := number[:strings.IndexAny(number, "/-")]
		alone := first(byField[ingest.FieldNumber]) == serial
		m.tell(&s.number, gold.file(), number, alone, fields.Number, fields.Evidence["number"], byField[ingest.FieldNumber])
		m.box(gold.file(), byField[ingest.FieldNumber].Box, s)
	}
	if issued, _ := gold["issued"].(string); issued != "" && gold["date_handwritten"] == true {
		day, month := byField[ingest.FieldDay], byField[ingest.FieldMonth]
		alone := sameDay(first(day), issued[8:]) && (month.Ink == ingest.InkPrint || sameDay(first(month), issued[5:7]))
		m.tell(&s.date, gold.file(), issued, alone, fields.Issued, fields.Evidence["issued"], day, month)
	}
	return nil
}

// readPage draws the first page and reads the hands on it.
func (m *handMeasure) readPage(ctx context.Context, gold object, page *ingest.Page, s *handScore) error {
	name, _ := gold["file"].(string)
	path := filepath.Join(m.shared, "scans", "pdf", name)
	of, err := kind.Of(path)
	if err != nil {
		return err
	}
	doc, err := raster.Open(path, of)
	if err != nil {
		return err
	}
	defer doc.Close()
	pic, dpi, err := doc.Render(0, float64(page.DPI))
	if err != nil {
		return err
	}
	if page.Signatures, err = doc.Signatures(ctx); err != nil {
		return err
	}
	return m.timed(page, pic, dpi, s)
}

func (m *handMeasure) timed(page *ingest.Page, pic *image.Gray, dpi float64, s *handScore) (err error) {
	begun := cpuTime()
	page.Hands, err = blank.Read(*page, blank.Pictures{Page: pic, DPI: dpi}, m.digits)
	s.spent += cpuTime() - begun
	s.pages++
	return err
}

// sameDay compares days or months, with or without a zero before them.
func sameDay(a, b string) bool { return strings.TrimLeft(a, "0") == strings.TrimLeft(b, "0") }

// cpuTime is what this process has used so far.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// first is the likeliest reading.
func first(h ingest.Hand) string {
	if len(h.Readings) == 0 {
		return ""
	}
	return h.Readings[0].Text
}

// tell counts a field and, if asked to, shows what was read of it.
func (m *handMeasure) tell(c *handCount, file, want string, alone bool, got *string, e extract.Evidence, hands ...ingest.Hand) {
	c.of++
	verdict := "none"
	if alone {
		c.alone++
	}
	if got == nil && len(e.Alternatives) > 0 && e.Alternatives[0] == want {
		c.first++
		verdict = "first"
	}
	switch {
	case got == nil:
	case *got == want:
		verdict = "right"
		c.first++
		c.given++
	default:
		verdict = "WRONG " + *got
		c.wrong++
	}
	if !m.show {
		return
	}
	fmt.Fprintf(os.Stderr, "%-24.24s %-16s %-6s", file, want, verdict)
	for _, h := range hands {
		fmt.Fprintf(os.Stderr, "  %s", h.Ink)
		for _, r := range h.Readings[:min(3, len(h.Readings))] {
			fmt.Fprintf(os.Stderr, " %s %.2f", r.Text, r.P)
		}
	}
	fmt.Fprintln(os.Stderr)
}

// box counts whether our box and the one drawn by eye share half of what they
// cover together.
func (m *handMeasure) box(file string, ours ingest.Box, s *handScore) {
	drawn, ok := m.drawn[file]
	if !ok {
		return
	}
	s.boxes++
	wide := min(ours.X1, drawn.X1) - max(ours.X0, drawn.X0)
	high := min(ours.Y1, drawn.Y1) - max(ours.Y0, drawn.Y0)
	shared := max(wide, 0) * max(high, 0)
	if 2*shared >= area(ours)+area(drawn)-shared {
		s.located++
	}
}

func area(b ingest.Box) float64 { return b.Width() * b.Height() }

// handRows are the rows of a set.
func (b *bench) handRows(set string, s handScore) {
	row := func(what string, right, of int, bar string) {
		b.rows = append(b.rows, scores.Row{Section: scores.Fields, Set: set, What: what, N: of,
			Figure: fmt.Sprintf("%.1f %%", 100*float64(right)/float64(max(of, 1))), Bar: bar, Note: fmt.Sprintf("%d of %d", right, of)})
	}
	if s.boxes > 0 {
		row("number located", s.located, s.boxes, "≥ 95 %")
	}
	row("number, picture alone", s.number.alone, s.number.of, "≥ 60 %")
	row("number, all evidence", s.number.first, s.number.of, "≥ 85 %")
	row("number given, right", s.number.given, s.number.of, "")
	row("number given but wrong", s.number.wrong, s.number.of, "≤ 1 %")
	row("date, picture alone", s.date.alone, s.date.of, "≥ 65 %")
	row("date, all evidence", s.date.first, s.date.of, "≥ 90 %")
	row("date given, right", s.date.given, s.date.of, "")
	row("date given but wrong", s.date.wrong, s.date.of, "≤ 1 %")
	ms := float64(s.spent.Microseconds()) / 1000 / float64(max(s.pages, 1))
	b.rows = append(b.rows, scores.Row{Section: scores.Fields, Set: set, What: "CPU a page", N: s.pages, Figure: fmt.Sprintf("%.1f ms", ms), Bar: "≤ 30 ms"})
}
