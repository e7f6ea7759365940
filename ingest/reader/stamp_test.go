package reader_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/worker"
)

// TestRedStamp: of a letter in colour the red stamp of arrival is read apart from
// the page, and what was written into it in blue.
func TestRedStamp(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 1})
	page := read(t, pool, filepath.Join(samples, "scans", "cong-van-den-0512.jpg"), 1)
	var stamp []string
	for _, l := range page.Stamps {
		stamp = append(stamp, l.Raw())
	}
	if got := strings.Join(stamp, "/"); !strings.HasPrefix(got, "CÔNG VĂN ĐẾN/S") {
		t.Errorf("stamp %q", got)
	}
	want := map[ingest.Field]string{ingest.FieldArrivalNumber: "0417", ingest.FieldArrivalDate: "2019-12-06"}
	for _, h := range page.Hands {
		if text := want[h.Field]; text != "" && slices.ContainsFunc(h.Readings, func(r ingest.HandReading) bool { return r.Text == text }) {
			delete(want, h.Field)
		}
	}
	if len(want) > 0 {
		t.Errorf("not read: %v; %s", want, page.Why)
	}
}
