package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// typeface is a family of faces that looks like what offices print with.
type typeface struct {
	regular string // file
	others  string // pattern of the files in bold and italics
}

const (
	shareFonts = "/usr/share/fonts/"
	texFonts   = "/usr/share/texmf/fonts/opentype/public/tex-gyre/"
)

// typefaces are those of Debian packages. What is not installed, or lacks a
// Vietnamese letter, is left out.
var typefaces = []typeface{
	// like Times, which most documents are set in
	{shareFonts + "truetype/liberation2/LiberationSerif-Regular.ttf", shareFonts + "truetype/liberation2/LiberationSerif-*Bold*.ttf"},
	{shareFonts + "truetype/croscore/Tinos-Regular.ttf", shareFonts + "truetype/croscore/Tinos-*Italic.ttf"},
	{texFonts + "texgyretermes-regular.otf", texFonts + "texgyretermes-*.otf"},
	{shareFonts + "truetype/freefont/FreeSerif.ttf", shareFonts + "truetype/freefont/FreeSerif?*.ttf"},
	// other serifs
	{shareFonts + "opentype/linux-libertine/LinLibertine_R.otf", shareFonts + "opentype/linux-libertine/LinLibertine_R[BI].otf"},
	{shareFonts + "truetype/charis/CharisSIL-Regular.ttf", shareFonts + "truetype/charis/CharisSIL-*.ttf"},
	{shareFonts + "truetype/noto/NotoSerif-Regular.ttf", shareFonts + "truetype/noto/NotoSerif-*.ttf"},
	{shareFonts + "truetype/dejavu/DejaVuSerif.ttf", shareFonts + "truetype/dejavu/DejaVuSerif-*.ttf"},
	{texFonts + "texgyrepagella-regular.otf", texFonts + "texgyrepagella-*.otf"},
	{texFonts + "texgyrebonum-regular.otf", texFonts + "texgyrebonum-*.otf"},
	// like Arial and its kind
	{shareFonts + "truetype/liberation2/LiberationSans-Regular.ttf", shareFonts + "truetype/liberation2/LiberationSans-*.ttf"},
	{shareFonts + "truetype/freefont/FreeSans.ttf", shareFonts + "truetype/freefont/FreeSans?*.ttf"},
	{texFonts + "texgyreheros-regular.otf", texFonts + "texgyreheros-*.otf"},
	{shareFonts + "truetype/noto/NotoSans-Regular.ttf", shareFonts + "truetype/noto/NotoSans-*.ttf"},
	{shareFonts + "truetype/dejavu/DejaVuSans.ttf", shareFonts + "truetype/dejavu/DejaVuSans-Bold.ttf"},
	{shareFonts + "truetype/open-sans/OpenSans-Regular.ttf", shareFonts + "truetype/open-sans/OpenSans-[BI]*.ttf"},
}

// timesLike is how many of the typefaces come first; half of the sheets are
// set in one of them.
const timesLike = 4

// drawFace draws a face by lot among those installed. Half of the sheets are
// upright and light, as most text is.
func drawFace(rnd *rand.Rand) (string, error) {
	for range 100 {
		t := typefaces[rnd.IntN(len(typefaces))]
		if rnd.IntN(2) == 0 {
			t = typefaces[rnd.IntN(timesLike)]
		}
		file := t.regular
		if others, err := filepath.Glob(t.others); err == nil && len(others) > 0 && rnd.IntN(2) == 0 {
			file = others[rnd.IntN(len(others))]
		}
		if covers(file) {
			return file, nil
		}
	}
	return "", errors.New("draw a face: none is installed (apt-get install fonts-liberation2 fonts-croscore fonts-freefont-ttf fonts-texgyre fonts-noto-core)")
}

// covers reports whether a face has all letters of Vietnamese.
func covers(file string) bool {
	f, err := parseFace(file)
	if err != nil {
		return false
	}
	var b sfnt.Buffer
	for _, r := range "ăâđêôơưẮẶẤẬẾỆỐỘỚỢỨỰỲỸẴỖẼĨŨ–“”" {
		if g, err := f.GlyphIndex(&b, r); err != nil || g == 0 {
			return false
		}
	}
	return true
}

func parseFace(file string) (*opentype.Font, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	f, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("parse %s: %w", file, err)
	}
	return f, nil
}

// openFace draws a face and a size of 10 to 15 points by lot.
func openFace(rnd *rand.Rand, dpi float64) (font.Face, error) {
	file, err := drawFace(rnd)
	if err != nil {
		return nil, err
	}
	f, err := parseFace(file)
	if err != nil {
		return nil, err
	}
	size := 10 + 0.5*float64(rnd.IntN(11))
	return opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: dpi, Hinting: font.HintingNone})
}
