package reader_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/layout"
	"vanthu/ingest/worker"
)

// TestTable reads an annex that lies across: a scanned table of seven rows of
// tasks. Rows come out as lines, cells with tabs between them, and no piece of
// a rule among the words.
func TestTable(t *testing.T) {
	pool := newPool(t, worker.Options{Workers: 1})
	page := layout.Arrange(read(t, pool, filepath.Join(samples, "scans", "scan0012.pdf"), 4))
	text := strings.Split(page.Text(), "\n")
	for _, row := range []string{
		"TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn",
		"3\tQuay và phát 20 đoạn phim hướng dẫn dùng điện thoại\tSở Thông tin và Truyền thông\tĐài Phát thanh và Truyền hình thành phố\t3/2023",
		"4\tTrang bị máy đo cho 40 trạm y tế\tSở Y tế\tSở Tài chính\t9/2023",
	} {
		if !slices.Contains(text, row) {
			t.Errorf("no row %q", row)
		}
	}
	inTable := func(l ingest.Line) bool { return l.Zone == ingest.ZoneTable && strings.ContainsAny(l.Text(), "|~") }
	if i := slices.IndexFunc(page.Lines, inTable); i >= 0 {
		t.Errorf("a piece of a rule in %q", page.Lines[i].Text())
	}
	if t.Failed() {
		t.Log(page.Text())
	}
}
