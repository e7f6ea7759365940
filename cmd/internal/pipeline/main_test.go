package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"vanthu/extract"
	"vanthu/index"
	"vanthu/ingest"
	"vanthu/ingest/textpage"
	"vanthu/ingest/worker"
	"vanthu/normalize"
)

// fakeReader reads files that begin like a PDF and go on as text, form feeds
// between pages: everything behind it works as with real scans, and quickly.
// A page that says "TREO" runs out of time, "HỎNG" is damaged.
type fakeReader struct {
	pause time.Duration // for each page
	mu    sync.Mutex
	read  map[string]int // pages read, by their text
}

const fakeHeader = "%PDF-1.4\n"

func (r *fakeReader) pages(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(string(data), fakeHeader)
	if strings.TrimSpace(text) == "" {
		return nil, fmt.Errorf("count pages: %w", ingest.ErrDamaged)
	}
	return strings.Split(text, "\f"), nil
}

func (r *fakeReader) Probe(_ context.Context, file, _ string) (worker.Info, error) {
	pages, err := r.pages(file)
	return worker.Info{Pages: len(pages)}, err
}

func (r *fakeReader) Read(_ context.Context, q worker.Request) (ingest.Page, error) {
	time.Sleep(r.pause)
	pages, err := r.pages(q.File)
	if err != nil {
		return ingest.Page{}, err
	}
	text := pages[q.Page-1]
	r.count(text)
	switch {
	case strings.Contains(text, "TREO"):
		return ingest.Page{}, fmt.Errorf("read page %d: %w", q.Page, ingest.ErrTimeout)
	case strings.Contains(text, "HỎNG"):
		return ingest.Page{}, fmt.Errorf("read page %d: %w", q.Page, ingest.ErrDamaged)
	}
	for p := range textpage.Pages(text) {
		p.Source = ingest.SourceOCR
		sure := 0.9
		if strings.Contains(text, "MỜ") {
			sure = 0.5
		}
		for _, l := range p.Lines {
			for i := range l.Words {
				l.Words[i].Conf = sure
			}
		}
		return p, nil
	}
	return ingest.Page{}, nil
}

func (r *fakeReader) count(page string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.read == nil {
		r.read = map[string]int{}
	}
	r.read[page]++
}

// models are loaded once for all tests.
var models = sync.OnceValues(func() (Stages, error) {
	restorer, err := normalize.New(normalize.Options{})
	if err != nil {
		return Stages{}, err
	}
	extractor, err := extract.New(extract.Options{})
	return Stages{Engine: "fake", LangOCR: "vie", DPI: 300, Restorer: restorer, Extractor: extractor}, err
})

func stages(t testing.TB, r *fakeReader) Stages {
	t.Helper()
	s, err := models()
	if err != nil {
		t.Fatal(err)
	}
	s.Reader = r
	return s
}

// plan is an invented plan of a commune.
func plan(number int, commune string) string {
	return fmt.Sprintf(`ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ %s                           Độc lập - Tự do - Hạnh phúc

Số: %d/KH-UBND                  %s, ngày 05 tháng 3 năm 2021

KẾ HOẠCH
Phát động trồng cây ven kênh mương xã %s

I. MỤC ĐÍCH
Trồng cây chắn gió, giữ bờ kênh, tạo cảnh quan cho xóm làng.
II. TỔ CHỨC THỰC HIỆN
1. Đoàn Thanh niên xã chủ trì trồng cây dọc kênh số %d.
`, strings.ToUpper(commune), number, commune, commune, number)
}

// write puts files into a new folder: name → content.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// inbox is a folder with something of everything.
func inbox(t testing.TB) string {
	files := map[string]string{
		"rỗng.pdf":     "",
		"nén.zip":      "PK\x03\x04\x14\x00\x00\x00\x08\x00",
		"hỏng.pdf":     fakeHeader,
		"tất cả.pdf":   fakeHeader + "HỎNG\fHỎNG",
		"một phần.pdf": fakeHeader + plan(90, "Tân Lập") + "\fHỎNG",
		"văn bản.txt":  plan(91, "Tân Hòa"),
	}
	for i := range 8 {
		files[fmt.Sprintf("xã/%d.pdf", i)] = fakeHeader + plan(i+1, "Tân An") + "\f" + fmt.Sprintf("Trang hai của kế hoạch thứ %d, nói thêm về giống cây.", i)
	}
	files["xã/bản sao.pdf"] = files["xã/3.pdf"]
	return write(t, files)
}

// find is the record of a document as a view shows it.
func find(t testing.TB, folder Folder, number string) Record {
	t.Helper()
	v, err := OpenView(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	r, err := v.Find(t.Context(), number)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func add(t testing.TB, folder Folder, s Stages, o AddOptions) (Ledger, []Outcome, error) {
	t.Helper()
	p, err := Open(t.Context(), folder, 2, s)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	var all []Outcome
	l, err := p.Add(t.Context(), o, Progress{Ended: func(o Outcome) { all = append(all, o) }})
	return l, all, err
}

// state is everything that an archive holds and must hold again after a kill:
// files by content, the catalogue's rows, what searches find.
func state(t testing.TB, folder Folder, inbox string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, dir := range []string{folder.originals(), folder.derived()} {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Base(path) == "ocr.before.json.gz" {
				return nil // how it was read before is no part of what it is
			}
			if data, err := os.ReadFile(path); err == nil {
				sum := sha256.Sum256(data)
				all[strings.TrimPrefix(path, string(folder))] = hex.EncodeToString(sum[:])
			}
			return nil
		})
	}
	v, err := OpenView(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	cards, err := v.catalogue.Documents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cards {
		paths, err := v.catalogue.Paths(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		all["card "+string(c.ID)] = strings.ReplaceAll(fmt.Sprintf("%+v %q", c, paths), inbox, "")
	}
	for _, q := range []string{"trồng cây", "5/KH-UBND", "giong cay"} {
		found, err := v.Search(t.Context(), index.Query{Text: q, Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		for i := range found.Hits {
			found.Hits[i].Score = 0
		}
		hits, _ := json.Marshal(found)
		all["search "+q] = string(hits)
	}
	return all
}
