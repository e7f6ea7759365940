package pdfa

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

var samples = filepath.Join("..", "..", "..", "testdata", "samples")

// needs skips a test where a program is missing.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("%s is not installed", p)
		}
	}
}

func tell(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// onePage writes a PDF of one page; qpdf finds the objects without a table of
// them. The picture object, 5, is a grey square whose data says so.
func onePage(t *testing.T, page, content string, more ...string) string {
	t.Helper()
	pixels := strings.Repeat("a grey square 16", 16)
	objects := append([]string{
		"1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>> endobj",
		"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/Resources<</XObject<</I 5 0 R>>/Font<</F 6 0 R>>>>>> endobj",
		"3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R" + page + ">> endobj",
		stream(4, "", content),
		stream(5, "/Type/XObject/Subtype/Image/Width 16/Height 16/BitsPerComponent 8/ColorSpace/DeviceGray/Interpolate true", pixels),
		"6 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
	}, more...)
	file := filepath.Join(t.TempDir(), "in.pdf")
	text := "%PDF-1.4\n" + strings.Join(objects, "\n") + "\ntrailer <</Root 1 0 R>>\n%%EOF\n"
	if err := os.WriteFile(file, []byte(text), 0o444); err != nil {
		t.Fatal(err)
	}
	return file
}

func stream(number int, entries, data string) string {
	return fmt.Sprintf("%d 0 obj <<%s/Length %d>> stream\n%s\nendstream endobj", number, entries, len(data), data)
}

const (
	a4      = "/MediaBox[0 0 595 842]"
	picture = "q 595 0 0 842 0 0 cm /I Do Q"
)

// page is a page of lines, each of one word to ten points.
func page(source ingest.Source, lines ...string) ingest.Page {
	p := ingest.Page{Number: 1, Width: 595, Height: 842, Source: source}
	for i, text := range lines {
		var l ingest.Line
		for j, word := range strings.Fields(text) {
			x, y := 60+50*float64(j), 100+20*float64(i)
			l.Words = append(l.Words, ingest.Word{Raw: word, Text: word, Box: ingest.Box{X0: x, Y0: y, X1: x + 45, Y1: y + 14}, Conf: 1})
			l.Box = l.Box.Union(l.Words[j].Box)
		}
		p.Lines = append(p.Lines, l)
	}
	return p
}

// make writes the searchable copy to a file.
func makeCopy(t *testing.T, file, k string, pages ...ingest.Page) (string, Result) {
	t.Helper()
	needs(t, "qpdf", "pdftotext")
	var b bytes.Buffer
	result, err := Write(t.Context(), &b, file, ingest.Document{Kind: k, Pages: pages}, Options{Title: "Kế hoạch <5> & \"6\""})
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(out, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	tell(t, "qpdf", "--check", out)
	return out, result
}

// textOf is what a reader of the PDF finds, white space made one.
func textOf(t *testing.T, file string) string {
	t.Helper()
	return strings.Join(strings.Fields(tell(t, "pdftotext", "-raw", file, "-")), " ")
}

// TestScan: the copy of a scan says what was read, keeps the picture byte for
// byte, says that it is PDF/A, and comes out the same each time.
func TestScan(t *testing.T) {
	lines := []string{"ỦY BAN NHÂN DÂN", "Đường lối của Đảng", "thuế 5% (năm 2021); kỹ thuật số 𝟗"}
	file := onePage(t, a4, picture)
	before, _ := os.ReadFile(file)
	out, result := makeCopy(t, file, kind.PDF, page(ingest.SourceOCR, lines...))
	if have, want := textOf(t, out), strings.Join(lines, " "); have != want {
		t.Errorf("text %q, want %q", have, want)
	}
	if len(result.Obstacles) > 0 || result.Signed {
		t.Errorf("result %+v, want nothing to tell", result)
	}
	data, _ := os.ReadFile(out)
	for _, want := range []string{strings.Repeat("a grey square 16", 16), "<pdfaid:part>2</pdfaid:part>", "Kế hoạch &lt;5&gt; &amp; "} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the copy does not hold %q", want)
		}
	}
	fonts := strings.Fields(tell(t, "pdffonts", out))
	if tail := fonts[len(fonts)-5:]; !slices.Equal(tail[:3], []string{"yes", "yes", "yes"}) {
		t.Errorf("font is not embedded, a subset and with Unicode: %v", fonts)
	}
	again, _ := makeCopy(t, file, kind.PDF, page(ingest.SourceOCR, lines...))
	if second, _ := os.ReadFile(again); !bytes.Equal(data, second) {
		t.Error("the same document came out otherwise the second time")
	}
	if after, _ := os.ReadFile(file); !bytes.Equal(before, after) {
		t.Error("the original was changed")
	}
}

// TestLayers: no word is there twice.
func TestLayers(t *testing.T) {
	const (
		hidden = picture + " BT 3 Tr /F 12 Tf 60 700 Td (Uy ban) Tj ET"
		seen   = "BT /F 12 Tf 60 700 Td (UBND) Tj ET"
		tcvn3  = "BT /F 12 Tf 60 700 Td (KO) Tj ET"
	)
	old := page(ingest.SourceTextLayer, "Kế", "hoạch")
	old.Lines[0].Words[0].Change = "charset"
	lost := page("", "")
	lost.Err = "time limit reached"
	for _, c := range []struct {
		why, content string
		read         ingest.Page
		want         string
	}{
		{"a hidden layer that OCR is better than", hidden, page(ingest.SourceOCR, "Ủy ban"), "Ủy ban"},
		{"a hidden layer that was restored", hidden, page(ingest.SourceTextLayer, "Ủy ban"), "Ủy ban"},
		{"a visible layer", seen, page(ingest.SourceTextLayer, "UBND"), "UBND"},
		{"visible and hidden: neither is touched", seen + " " + hidden, page(ingest.SourceTextLayer, "UBND Uy ban"), "UBND Uy ban"},
		{"an old encoding, converted in one line", tcvn3, old, "Kế KO"},
		{"a blank page", picture, page(ingest.SourceBlank), ""},
		{"a page that could not be read", hidden, lost, "Uy ban"},
	} {
		out, _ := makeCopy(t, onePage(t, a4, c.content), kind.PDF, c.read)
		if have := textOf(t, out); have != c.want {
			t.Errorf("%s: %q, want %q", c.why, have, c.want)
		}
	}
}

// TestHiddenForm: a layer may stand in a form of its own, as OCRmyPDF puts it.
func TestHiddenForm(t *testing.T) {
	form := stream(7, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 6 0 R>>>>", "BT 3 Tr /F 12 Tf 60 700 Td (Uy ban) Tj ET")
	file := onePage(t, a4+"/Resources<</XObject<</I 5 0 R/L 7 0 R>>>>", picture+" /L Do", form)
	out, result := makeCopy(t, file, kind.PDF, page(ingest.SourceOCR, "Ủy ban"))
	if have := textOf(t, out); have != "Ủy ban" || len(result.Obstacles) > 0 {
		t.Errorf("%q, %v", have, result.Obstacles)
	}
}

// TestPlaces: a word is found where it stands on the page as shown, however
// the page lies, is cut or scaled, and however it had to be turned to be read.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		page string
		turn int
	}{
		{a4, 0}, {a4 + "/Rotate 90", 0}, {a4 + "/Rotate 180", 0}, {a4 + "/Rotate 270", 0}, {a4 + "/Rotate -90", 0},
		{a4, 90}, {a4, 180}, {a4, 270}, {a4 + "/Rotate 90", 270},
		{"/MediaBox[0 0 297.5 421]/UserUnit 2", 0},
		{"/MediaBox[-50 -70 700 900]/CropBox[0 0 595 842]", 0}, {"/MediaBox[-50 -70 700 900]/CropBox[0 0 595 842]/Rotate 270", 90},
	} {
		read := page(ingest.SourceOCR, "Ủy ban")
		read.Turn = c.turn
		out, _ := makeCopy(t, onePage(t, c.page, picture), kind.PDF, read)
		found := tell(t, "pdftotext", "-bbox", "-cropbox", out, "-")
		var x0, y0, x1, y1 float64
		at := strings.Index(found, "<word")
		if _, err := fmt.Sscanf(found[max(at, 0):], `<word xMin="%f" yMin="%f" xMax="%f" yMax="%f">Ủy`, &x0, &y0, &x1, &y1); err != nil {
			t.Errorf("%s turned %d: %v\n%s", c.page, c.turn, err, found)
			continue
		}
		unit := 1.0
		if strings.Contains(c.page, "UserUnit 2") {
			unit = 2 // pdftotext does not know it
		}
		want := read.Lines[0].Words[0].Box
		for _, off := range []float64{x0*unit - want.X0, x1*unit - want.X1, y0*unit - want.Y0, y1*unit - want.Y1} {
			if off < -3 || off > 3 {
				t.Errorf("%s turned %d: word at %.0f,%.0f,%.0f,%.0f, want %v", c.page, c.turn, x0, y0, x1, y1, want)
				break
			}
		}
	}
}

func TestObstacles(t *testing.T) {
	for _, c := range []struct {
		why, page, content string
		want               []Obstacle
	}{
		{"only a picture", a4, picture, nil},
		{"a font that cannot be seen", a4, "BT 3 Tr /F 12 Tf (x) Tj ET", nil},
		{"a font that can", a4, "BT /F 12 Tf (x) Tj ET", []Obstacle{ObstacleFont}},
		{"hidden and shown again", a4, "q 3 Tr Q BT /F 12 Tf [(x) -20 (y)] TJ ET", []Obstacle{ObstacleFont}},
		{"an operator of CMYK", a4, "0 0 0 1 k 0 0 5 5 re f", []Obstacle{ObstacleCMYK}},
		{"a colour space of CMYK", a4 + "/Resources<</ColorSpace<</C/DeviceCMYK>>>>", "", []Obstacle{ObstacleCMYK}},
		{"a page of six metres", "/MediaBox[0 0 595 17000]", picture, []Obstacle{ObstacleSize}},
	} {
		out, result := makeCopy(t, onePage(t, c.page, c.content), kind.PDF, page(ingest.SourceBlank))
		if !slices.Equal(result.Obstacles, c.want) {
			t.Errorf("%s: %q, want %q", c.why, result.Obstacles, c.want)
		}
		data, _ := os.ReadFile(out)
		if claims := bytes.Contains(data, []byte("pdfaid:part")); claims != (len(c.want) == 0) {
			t.Errorf("%s: the copy says that it is PDF/A: %v", c.why, claims)
		}
	}
}

// TestSigned: the copy of a signed file has the stamp but no signature.
func TestSigned(t *testing.T) {
	file := onePage(t, a4+"/Annots[7 0 R]", picture,
		"7 0 obj <</Type/Annot/Subtype/Widget/FT/Sig/T(s)/V 8 0 R/Rect[10 10 90 30]/P 3 0 R/F 132/AP<</N 9 0 R>>>> endobj",
		"8 0 obj <</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>> endobj",
		stream(9, "/Type/XObject/Subtype/Form/BBox[0 0 80 20]", "0 1 0 rg 0 0 80 20 re f % the stamp"))
	out, result := makeCopy(t, file, kind.PDF, page(ingest.SourceOCR, "Ủy ban"))
	data, _ := os.ReadFile(out)
	if !result.Signed || bytes.Contains(data, []byte("ByteRange")) || !bytes.Contains(data, []byte("% the stamp")) {
		t.Errorf("signed %v; the copy:\n%q", result.Signed, data)
	}
}

// TestNames: qpdf takes no file for an option.
func TestNames(t *testing.T) {
	scan := onePage(t, a4, picture)
	t.Chdir(t.TempDir())
	for _, name := range []string{"-empty", "@list", "kế hoạch (5) '.pdf"} {
		if err := os.Link(scan, name); err != nil {
			t.Fatal(err)
		}
		out, _ := makeCopy(t, name, kind.PDF, page(ingest.SourceOCR, "Ủy ban"))
		if have := textOf(t, out); have != "Ủy ban" {
			t.Errorf("%s: text %q", name, have)
		}
	}
}

func TestLocked(t *testing.T) {
	needs(t, "qpdf")
	locked := filepath.Join(t.TempDir(), "locked.pdf")
	tell(t, "qpdf", "--warning-exit-0", "--encrypt", "", "owner", "256", "--", onePage(t, a4, picture), locked)
	for _, file := range []string{locked, filepath.Join(samples, "bad", "co-mat-khau.pdf")} {
		_, err := Write(t.Context(), io.Discard, file, ingest.Document{Kind: kind.PDF}, Options{})
		if !errors.Is(err, ingest.ErrEncrypted) {
			t.Errorf("%s: %v, want %v", filepath.Base(file), err, ingest.ErrEncrypted)
		}
	}
}

// full is a disk with room for some bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return f.room, syscall.ENOSPC
	}
	f.room -= len(p)
	return len(p), nil
}

// TestFaults: what goes wrong is said, and no temporary file is left.
func TestFaults(t *testing.T) {
	needs(t, "qpdf")
	scan := onePage(t, a4, picture)
	d := ingest.Document{Kind: kind.PDF, Pages: []ingest.Page{page(ingest.SourceOCR, "Ủy ban")}}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	for _, c := range []struct {
		why, file, kind string
		w               io.Writer
		want            error
	}{
		{"the disk is full", scan, kind.PDF, &full{1000}, syscall.ENOSPC},
		{"there is no file", filepath.Join(temp, "none.pdf"), kind.PDF, io.Discard, nil},
		{"it is no PDF", filepath.Join(samples, "bad", "rac.pdf"), kind.PDF, io.Discard, nil},
		{"it is a text", scan, kind.Text, io.Discard, ingest.ErrUnsupported},
		{"it is no picture", scan, kind.JPEG, io.Discard, ingest.ErrDamaged},
	} {
		d.Kind = c.kind
		_, err := Write(t.Context(), c.w, c.file, d, Options{})
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.why, err, c.want)
		}
	}
	if _, err := Write(t.Context(), io.Discard, scan, ingest.Document{Kind: kind.PNG}, Options{}); !errors.Is(err, ingest.ErrEmpty) {
		t.Errorf("there are no pages: %v, want %v", err, ingest.ErrEmpty)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	t.Setenv("TMPDIR", filepath.Join(temp, "none"))
	d.Kind = kind.PDF
	if _, err := Write(t.Context(), io.Discard, scan, d, Options{}); err == nil {
		t.Error("no error without a place for temporary files")
	}
}
