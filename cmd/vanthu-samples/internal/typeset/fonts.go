package typeset

import (
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"vanthu/cmd/vanthu-samples/internal/paper"
)

// FontDir is where Debian's fonts-liberation2 puts Liberation Serif, whose
// letters are as wide as those of Times New Roman, the font that Nghị định
// 30/2020 asks for.
const FontDir = "/usr/share/fonts/truetype/liberation2"

// fontFiles is indexed by paper.Style.
var fontFiles = [4]string{
	"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
	"LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf",
}

// Fonts are the four styles of one family. One goroutine at a time.
type Fonts struct {
	Data   [4][]byte // the files, for embedding
	SFNT   [4]*sfnt.Font
	buffer sfnt.Buffer
}

// LoadFonts reads the family from a folder.
func LoadFonts(dir string) (*Fonts, error) {
	var f Fonts
	for i, name := range fontFiles {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("read font (install fonts-liberation2): %w", err)
		}
		parsed, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", name, err)
		}
		f.Data[i], f.SFNT[i] = data, parsed
	}
	return &f, nil
}

// Has reports whether the font draws the letter in every style.
func (f *Fonts) Has(r rune) bool {
	for _, s := range f.SFNT {
		if g, err := s.GlyphIndex(&f.buffer, r); err != nil || g == 0 {
			return false
		}
	}
	return true
}

// Width of a text in points, without kerning. A letter that the font lacks
// has no width.
func (f *Fonts) Width(text string, style paper.Style, size float64) float64 {
	s := f.SFNT[style]
	em := fixed.I(int(s.UnitsPerEm()))
	var sum fixed.Int26_6
	for _, r := range text {
		g, err := s.GlyphIndex(&f.buffer, r)
		if err != nil {
			continue
		}
		if adv, err := s.GlyphAdvance(&f.buffer, g, em, font.HintingNone); err == nil {
			sum += adv
		}
	}
	return float64(sum) / float64(em) * size
}
