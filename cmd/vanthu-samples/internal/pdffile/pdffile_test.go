package pdffile

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"vanthu/cmd/vanthu-samples/internal/fax"
	"vanthu/cmd/vanthu-samples/internal/typeset"
)

var a4 = typeset.Page{Width: 595, Height: 842}

func typed(t *testing.T) []byte {
	t.Helper()
	if _, err := os.Stat(typeset.FontDir); err != nil {
		t.Skipf("no %s: install fonts-liberation2", typeset.FontDir)
	}
	fonts, err := typeset.LoadFonts(typeset.FontDir)
	if err != nil {
		t.Fatal(err)
	}
	page := a4
	page.Words = []typeset.Word{{Text: "Số:", X: 80, Y: 90, Width: 20, Size: 14, Space: true}}
	pdf, err := Write([]Sheet{{Page: page}, {Page: a4}}, fonts, "")
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// open reads a file with another library, which checks it.
func open(t *testing.T, pdf []byte) *model.Context {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	ctx, err := api.ReadValidateAndOptimize(bytes.NewReader(pdf), conf)
	if err != nil {
		t.Fatalf("pdfcpu: %v", err)
	}
	return ctx
}

func TestWriteIsReadByOthers(t *testing.T) {
	if n := open(t, typed(t)).PageCount; n != 2 {
		t.Errorf("%d pages, want 2", n)
	}
	if !bytes.Equal(typed(t), typed(t)) {
		t.Error("two runs give different bytes")
	}
}

func TestScannedIsReadByOthers(t *testing.T) {
	page := Fax(a4, fax.Bitmap{Width: 16, Height: 2, Black: make([]bool, 32)})
	page.Hidden = []typeset.Word{{Text: `Ké (ho\ch)`, X: 80, Y: 90, Size: 12}, {Text: "đ", X: 1, Y: 1, Size: 12}}
	pdf := Scanned([]Picture{page, page})
	if n := open(t, pdf).PageCount; n != 2 {
		t.Errorf("%d pages, want 2", n)
	}
	if !strings.Contains(string(pdf), `(K`+"\xe9"+` \(ho\\ch\) ) Tj`) {
		t.Error("the hidden word is not there as Windows-1252")
	}
}

func TestStampIsAnAnnotationOnly(t *testing.T) {
	before := typed(t)
	after, err := Stamp(before, a4.Height, []Mark{{X: 100, Y: 90, Width: 30, Size: 14, Text: "2115"}})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(after, before) {
		t.Error("an update must leave the signed bytes alone")
	}
	page, _, _, err := open(t, after).PageDict(1, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, found := page.Find("Annots"); !found {
		t.Error("page 1 has no annotation")
	}
	if _, err := Stamp([]byte("%PDF"), 842, nil); err == nil {
		t.Error("a file without pages was stamped")
	}
}
