package typeset

import (
	"os"
	"strings"
	"testing"

	"vanthu/cmd/vanthu-samples/internal/paper"
)

// loadFonts skips where Debian's fonts are not installed.
func loadFonts(t *testing.T) *Fonts {
	t.Helper()
	if _, err := os.Stat(FontDir); err != nil {
		t.Skipf("no %s: install fonts-liberation2", FontDir)
	}
	f, err := LoadFonts(FontDir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The 67 marked letters of Vietnamese; with capitals they are 134.
const marked = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

func TestFontsDrawVietnamese(t *testing.T) {
	f := loadFonts(t)
	letters := marked + strings.ToUpper(marked)
	if n := len([]rune(letters)); n != 134 {
		t.Fatalf("the alphabet has %d marked letters, want 134", n)
	}
	for _, r := range letters + "“”–%&/+" {
		if !f.Has(r) {
			t.Errorf("font lacks %c", r)
		}
	}
}

func layout(t *testing.T, source string) []Page {
	t.Helper()
	d, err := paper.Parse(t.Name(), source)
	if err != nil {
		t.Fatal(err)
	}
	return Layout(d, loadFonts(t), Options{})
}

func TestLayoutKeepsEveryWordOnThePage(t *testing.T) {
	source := "[left]\nSố: ⟨7⟩/KH\n[body]\n" + strings.Repeat("Một đoạn văn thử đủ dài để xuống dòng vài lần trong một trang giấy rộng rãi.\n", 60) +
		"[recipients]\n- Lưu: VT.\n[signature]\n*CHỦ TỊCH*\n~\n*Tên Người*\n[annex landscape]\n|= 30 70\n| một | hai ba bốn |\n"
	pages := layout(t, source)
	if len(pages) < 3 {
		t.Fatalf("%d pages, want at least 3", len(pages))
	}
	last := pages[len(pages)-1]
	if last.Width < last.Height {
		t.Error("the annex does not lie on its side")
	}
	for i, p := range pages {
		for _, w := range p.Words {
			if w.X < 0 || w.X+w.Width > p.Width || w.Y < 0 || w.Y > p.Height {
				t.Errorf("page %d: %q stands outside at %.0f,%.0f", i+1, w.Text, w.X, w.Y)
			}
		}
	}
}

func TestLayoutReadsInOrder(t *testing.T) {
	pages := layout(t, "[left]\nSố: ⟨7⟩/KH-UBND\n[body]\nchữ *đậm*, xong\n")
	var b strings.Builder
	for _, w := range pages[0].Words {
		b.WriteString(w.Text)
		if w.Space {
			b.WriteByte(' ')
		}
	}
	if got, want := b.String(), "Số: 7/KH-UBND chữ đậm, xong "; got != want {
		t.Errorf("words = %q, want %q", got, want)
	}
}

func TestBlankNumberKeepsItsRoom(t *testing.T) {
	wide := layout(t, "[left]\nSố:            /KH\n")[0].Words
	tight := layout(t, "[left]\nSố: /KH\n")[0].Words
	gap := func(w []Word) float64 { return w[1].X - w[0].X }
	if gap(wide) < gap(tight)+20 {
		t.Errorf("blank is %.1f pt wide, single space %.1f", gap(wide), gap(tight))
	}
}
