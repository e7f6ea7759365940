package reader_test

import (
	"bytes"
	"image/png"
	"path/filepath"
	"slices"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/worker"
)

// TestHands: of a scan with handwritten number and date, the blanks are there
// with their pictures, and what was written is among the readings.
func TestHands(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 1})
	page := read(t, pool, filepath.Join(samples, "scans", "731-QD-UBND-HC.pdf"), 1)
	want := map[ingest.Field]string{ingest.FieldNumber: "731", ingest.FieldDay: "04", ingest.FieldMonth: "7"}
	for _, h := range page.Hands {
		pic, err := png.Decode(bytes.NewReader(h.Picture))
		if err != nil || pic.Bounds().Dx() < 10 || h.Ink != ingest.InkHand {
			t.Errorf("%s: ink %s, picture %v", h.Field, h.Ink, err)
		}
		if !slices.ContainsFunc(h.Readings, func(r ingest.HandReading) bool { return r.Text == want[h.Field] }) {
			t.Errorf("%s: %q is not among %v", h.Field, want[h.Field], h.Readings)
		}
		delete(want, h.Field)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
