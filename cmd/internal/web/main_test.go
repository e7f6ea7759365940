package web

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/index"
	"vanthu/ingest"
	"vanthu/ingest/textpage"
	"vanthu/ingest/worker"
	"vanthu/normalize"
)

// fakeReader reads files that begin like a PDF and go on as text, a form feed
// between pages, each word in a place of its own; it draws grey pages.
type fakeReader struct{ drawn chan worker.Request }

// writtenIn makes the fake reader find an arrival number written by hand.
const writtenIn = "dấu đến viết tay"

const fakeHeader = "%PDF-1.4\n"

func (fakeReader) pages(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	return strings.Split(strings.TrimPrefix(string(data), fakeHeader), "\f"), err
}

func (r fakeReader) Probe(_ context.Context, file, _ string) (worker.Info, error) {
	pages, err := r.pages(file)
	return worker.Info{Pages: len(pages)}, err
}

func (r fakeReader) Read(_ context.Context, q worker.Request) (ingest.Page, error) {
	pages, err := r.pages(q.File)
	if err != nil {
		return ingest.Page{}, err
	}
	for p := range textpage.Pages(pages[q.Page-1]) {
		p.Source, p.Width, p.Height = ingest.SourceOCR, 595, 842
		for i := range p.Lines {
			spread(&p.Lines[i], float64(60+18*i))
		}
		if strings.Contains(pages[q.Page-1], writtenIn) {
			p.Hands = []ingest.Hand{{Field: ingest.FieldArrivalNumber, Ink: ingest.InkHand, Picture: []byte("png"),
				Readings: []ingest.HandReading{{Text: "0417", P: 0.6}, {Text: "0477", P: 0.3}}}}
		}
		return p, nil
	}
	return ingest.Page{}, fmt.Errorf("read page %d: %w", q.Page, ingest.ErrDamaged)
}

// spread gives the words of a line places, seven points for each byte.
func spread(l *ingest.Line, y float64) {
	x := 50.0
	for i, w := range l.Words {
		end := x + float64(7*len(w.Raw))
		l.Words[i].Box, l.Words[i].Conf = ingest.Box{X0: x, Y0: y, X1: end, Y1: y + 12}, 0.9
		l.Box = l.Box.Union(l.Words[i].Box)
		x = end + 7
	}
}

func (r fakeReader) Draw(_ context.Context, q worker.Request) ([]byte, error) {
	if q.Page == 2 {
		return nil, fmt.Errorf("draw page 2: %w", ingest.ErrDamaged)
	}
	if r.drawn != nil {
		r.drawn <- q
	}
	pic := image.NewGray(image.Rect(0, 0, 595*q.DPI/72, 842*q.DPI/72))
	for i := range pic.Pix {
		pic.Pix[i] = 240
	}
	pic.SetGray(10, 10, color.Gray{})
	var b bytes.Buffer
	err := jpeg.Encode(&b, pic, nil)
	return b.Bytes(), err
}

// models are loaded once for all tests.
var models = sync.OnceValues(func() (pipeline.Stages, error) {
	restorer, err := normalize.New(normalize.Options{})
	if err != nil {
		return pipeline.Stages{}, err
	}
	extractor, err := extract.New(extract.Options{})
	return pipeline.Stages{Reader: fakeReader{}, Engine: "fake", LangOCR: "vie", Restorer: restorer, Extractor: extractor}, err
})

// plan is an invented plan of a commune.
func plan(number int, commune, about string) string {
	return fmt.Sprintf(`ỦY BAN NHÂN DÂN
XÃ %s, HUYỆN TÂN BIÊN
Số: %d/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 05 tháng 3 năm 2021

KẾ HOẠCH
%s

Thực hiện Quyết định số 77/QĐ-TTg ngày 02/01/2021 của Thủ tướng Chính phủ.
I. MỤC TIÊU
Trồng cây chắn gió, giữ bờ kênh; phấn đấu trên 95%% số cây sống.
II. TỔ CHỨC THỰC HIỆN
1. Đoàn Thanh niên xã chủ trì trồng cây, báo cáo trước ngày 15/12/2021.
`, strings.ToUpper(commune), number, about)
}

// hostileText means harm in all the ways that a text can.
var hostileText = plan(66, "Tân Thử", `<script>alert("trích yếu")</script> kế hoạch "><img src=x onerror=alert(2)>`) +
	"\u202Eđảo ngược\u2066 và &lt;b&gt; javascript:alert(3) '\"`{{.}} \x07\n" +
	"onmouseover=alert(4) style=position:fixed <svg/onload=alert(5)> hungyen\n" +
	strings.Repeat("dài", 2000) + "\n"

const hostileName = `"><img src=x onerror=alert(6)>.txt`

// fill adds files to an archive: name → content.
func fill(t testing.TB, folder pipeline.Folder, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stages, err := models()
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.Open(t.Context(), folder, 2, stages)
	if err != nil {
		t.Fatal(err)
	}
	var outcomes []pipeline.Outcome
	ledger, err := p.Add(t.Context(), pipeline.AddOptions{Paths: []string{dir}}, pipeline.Progress{Ended: func(o pipeline.Outcome) { outcomes = append(outcomes, o) }})
	if err != nil || ledger.Added != len(files) {
		t.Fatalf("%d of %d files added: %v %+v", ledger.Added, len(files), err, outcomes)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

// archive is a small archive of invented documents, made once.
var archive = func() func(t testing.TB) pipeline.Folder {
	var once sync.Once
	var folder pipeline.Folder
	return func(t testing.TB) pipeline.Folder {
		t.Helper()
		once.Do(func() {
			folder = pipeline.Folder(filepath.Join(testFolder, "archive"))
			fill(t, folder, map[string]string{
				"quét.pdf":    fakeHeader + plan(12, "Tân An", "Trồng cây ven kênh mương năm 2021") + "\fTrang hai nói thêm về giống cây.",
				"văn bản.txt": plan(13, "Tân Lập", "Trồng cây ven kênh mương năm 2021, đợt hai"),
				"dẫn.txt":     plan(14, "Tân Hòa", "Hưởng ứng Kế hoạch số 13/KH-UBND ngày 05/3/2021 của Ủy ban nhân dân xã"),
				hostileName:   hostileText,
				"đoạn.txt":    "một đoạn văn ngắn về đuối nước",
			})
		})
		return folder
	}
}()

// testFolder is there for as long as the tests run.
var testFolder string

func TestMain(m *testing.M) {
	var err error
	if testFolder, err = os.MkdirTemp("", "vanthu-web-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(testFolder)
	os.Exit(code)
}

// words is a voice that says its keys.
func words(lang string) Voice {
	return Voice{
		Recurs: strings.ToLower,
		Say: func(key string, args ...any) string {
			if len(args) > 0 {
				key = fmt.Sprintf(key, args...)
			}
			if lang == "vi" {
				return "«" + key + "»"
			}
			return key
		},
		Describe: error.Error,
		Hint:     func(error) string { return "" },
	}
}

func open(t testing.TB, folder pipeline.Folder) *pipeline.View {
	t.Helper()
	v, err := pipeline.OpenView(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func serve(t testing.TB, folder pipeline.Folder) *Server {
	t.Helper()
	stages, err := models()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(Options{
		Archive: open(t, folder), Pictures: fakeReader{}, Voices: map[string]Voice{"en": words("en"), "vi": words("vi")},
		Hosts: []string{"kho.vp"}, Failed: func(err error) { t.Error(err) },
		Meant: func(q index.Query) (string, error) {
			meant, _ := index.Restate(q.Text, stages.Restorer.Text)
			return meant, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
