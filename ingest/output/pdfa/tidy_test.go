package pdfa

import (
	"io"
	"os"
	"slices"
	"testing"

	"vanthu/ingest"
	"vanthu/ingest/kind"
)

// TestTidy: what acts by itself is gone, layers have names.
func TestTidy(t *testing.T) {
	file := onePage(t, a4+"/AA<</O 9 0 R>>/ArtBox[0 0 0 0]/Annots[7 0 R]", picture,
		"1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction 9 0 R/AA<</WC 9 0 R>>"+
			"/Names<</JavaScript<</Names[(a) 9 0 R]>>/Dests<</Names[(b) [3 0 R /Fit]]>>>>"+
			"/OCProperties<</OCGs[]/D<</AS[]>>/Configs[<<>>]>>>> endobj",
		"7 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A 9 0 R>> endobj",
		"9 0 obj <</S/JavaScript/JS(app.alert\\(1\\))>> endobj")
	out, result := makeCopy(t, file, kind.PDF, page(ingest.SourceOCR, "Ủy ban"))
	if len(result.Obstacles) > 0 {
		t.Errorf("obstacles %v", result.Obstacles)
	}
	b, err := openBook(t.Context(), out)
	if err != nil {
		t.Fatal(err)
	}
	_, catalog := b.catalog()
	p := b.dict(b.pages[0])
	for _, gone := range []any{catalog["/OpenAction"], catalog["/AA"], p["/AA"], p["/Annots"], p["/ArtBox"], b.dict(catalog["/Names"])["/JavaScript"]} {
		if gone != nil {
			t.Errorf("still there: %v", gone)
		}
	}
	if b.dict(catalog["/Names"])["/Dests"] == nil {
		t.Error("named places are gone")
	}
	layers := b.dict(catalog["/OCProperties"])
	for _, c := range append(b.list(layers["/Configs"]), layers["/D"]) {
		if d := b.dict(c); d["/Name"] == nil || d["/AS"] != nil {
			t.Errorf("configuration of layers %v", d)
		}
	}
	o := b.dict(b.list(catalog["/OutputIntents"])[0])
	if o["/S"] != "/GTS_PDFA1" || !slices.Contains(b.list(b.dict(o["/DestOutputProfile"])["/Filter"]), any("/FlateDecode")) {
		t.Errorf("output intent %v", o)
	}
}

// TestLZW: a picture packed in the way that PDF/A forbids is packed anew; it
// looks the same.
func TestLZW(t *testing.T) {
	needs(t, "pdftoppm")
	const square = "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01" // the worked example of ISO 32000-1, 7.4.4.2
	lzw := stream(5, "/Type/XObject/Subtype/Image/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/LZWDecode", square)
	out, result := makeCopy(t, onePage(t, a4, picture, lzw), kind.PDF, page(ingest.SourceOCR, "Ủy ban"))
	b, err := openBook(t.Context(), out)
	if err != nil {
		t.Fatal(err)
	}
	if b.usesLZW() || len(result.Obstacles) > 0 {
		t.Errorf("LZW is left: %v, obstacles %v", b.usesLZW(), result.Obstacles)
	}
}

// BenchmarkWrite is a page of a scan of our own, qpdf and all.
func BenchmarkWrite(b *testing.B) {
	file := samples + "/scans/scan0012.pdf"
	if _, err := os.Stat(file); err != nil {
		b.Fatal(err)
	}
	var lines []string
	for range 40 {
		lines = append(lines, "Căn cứ Luật Tổ chức chính quyền địa phương")
	}
	d := ingest.Document{Kind: kind.PDF, Pages: []ingest.Page{page(ingest.SourceOCR, lines...)}}
	for b.Loop() {
		if _, err := Write(b.Context(), io.Discard, file, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
