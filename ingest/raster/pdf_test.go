package raster

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"vanthu/ingest/kind"
)

// sheet describes a one-page PDF for tests.
type sheet struct {
	width, height float64
	contents      string // operators; font /F is Helvetica
	stamp         string // operators of an annotation at stampBox
}

// stampBox is 200 points wide, 20 high, at the top left corner.
const stampBox = "[20 760 220 780]"

// write makes the PDF file.
func (s sheet) write(t *testing.T) string {
	t.Helper()
	stream := func(dict, data string) string {
		return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
	}
	const font = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
	page := fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] %s /Contents 4 0 R", s.width, s.height, font)
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		page + " >>",
		stream("", s.contents),
	}
	if s.stamp != "" {
		objects[2] = page + " /Annots [5 0 R] >>"
		objects = append(objects,
			"<< /Type /Annot /Subtype /Stamp /F 4 /Rect "+stampBox+" /AP << /N 6 0 R >> >>",
			stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] "+font, s.stamp))
	}
	return save(t, "sheet.pdf", assemble(objects))
}

// assemble numbers objects from 1, the first being the catalogue.
func assemble(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	xref := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", xref, len(objects)+1, start)
	return b.Bytes()
}

func save(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t *testing.T, file, k string) *Document {
	t.Helper()
	doc, err := Open(file, k)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { doc.Close() })
	return doc
}

func (s sheet) open(t *testing.T) *Document {
	t.Helper()
	return open(t, s.write(t), kind.PDF)
}

// need skips the test where a program is not installed.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed: %v", program, err)
	}
}

// print sets text at a place, in points from the bottom left.
func print(x, y, size float64, text string) string {
	return fmt.Sprintf("BT /F %g Tf %g %g Td (%s) Tj ET\n", size, x, y, text)
}
