package main

import (
	"bytes"
	"image"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func needFaces(t *testing.T) {
	t.Helper()
	if _, err := drawFace(rand.New(rand.NewPCG(1, 1))); err != nil {
		t.Skip(err)
	}
}

var ownParagraphs = []string{
	"Điều 3. Trách nhiệm của các phòng, ban trong việc lưu giữ hồ sơ, tài liệu và sổ sách của đơn vị mình",
	"CÁC MẪU GIẤY TỜ KÈM THEO",
}

func TestSheetIsDecidedByItsLot(t *testing.T) {
	needFaces(t)
	print := func(seed uint64) *sheet {
		s, err := newSheet(rand.New(rand.NewPCG(seed, 0)), ownParagraphs)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	a, b, c := print(5), print(5), print(6)
	if a.wear != b.wear || !bytes.Equal(a.ink.Pix, b.ink.Pix) {
		t.Error("the same lot makes another page")
	}
	if a.wear == c.wear {
		t.Error("another lot makes the same page")
	}
	if got, want := strings.Fields(strings.Join(a.lines, " ")), strings.Fields(strings.Join(ownParagraphs, " ")); !slices.Equal(got, want) {
		t.Errorf("on the page\n%q, want\n%q", got, want)
	}
	if !slices.Contains(a.ink.Pix, 0) && slices.Min(a.ink.Pix) > 128 {
		t.Error("nothing is printed")
	}
}

// bar is a page with an upright stroke three pixels wide.
func bar() *image.Gray {
	g := image.NewGray(image.Rect(0, 0, 40, 40))
	for i := range g.Pix {
		g.Pix[i] = 255
		if x := i % 40; x >= 18 && x <= 20 && i/40 > 5 && i/40 < 35 {
			g.Pix[i] = 0
		}
	}
	return g
}

func darkness(g *image.Gray) int {
	n := 0
	for _, v := range g.Pix {
		n += 255 - int(v)
	}
	return n
}

func TestWear(t *testing.T) {
	whole := bar()
	for name, c := range map[string]struct {
		wear wear
		is   func(g *image.Gray) bool
	}{
		"none":        {wear{}, func(g *image.Gray) bool { return bytes.Equal(g.Pix, whole.Pix) }},
		"thick":       {wear{stroke: 1}, func(g *image.Gray) bool { return darkness(g) > darkness(whole) }},
		"thin":        {wear{stroke: -1}, func(g *image.Gray) bool { return darkness(g) < darkness(whole) }},
		"blurred":     {wear{blur: 1}, func(g *image.Gray) bool { return g.Pix[20*40+17] < 255 && g.Pix[20*40+18] > 0 }},
		"smeared":     {wear{smear: 0.5}, func(g *image.Gray) bool { return g.Pix[20*40+21] < 200 && g.Pix[20*40+17] > 250 }},
		"skewed":      {wear{slant: 2}, func(g *image.Gray) bool { return !bytes.Equal(g.Pix, whole.Pix) }},
		"bled":        {wear{bleed: 0.5}, func(g *image.Gray) bool { return g.Pix[20*40+21] < 255 }},
		"black white": {wear{noise: 20, threshold: 120}, func(g *image.Gray) bool { return onlyBlackAndWhite(g) }},
		"faxed":       {wear{noise: 20, fax: true}, func(g *image.Gray) bool { return bytes.Equal(g.Pix[:40], g.Pix[40:80]) }},
		"specks":      {wear{speckle: 0.01}, func(g *image.Gray) bool { return g.Pix[20*40+19] == 0 && !bytes.Equal(g.Pix, whole.Pix) }},
		"JPEG":        {wear{quality: 10}, func(g *image.Gray) bool { return g.Rect == whole.Rect && !bytes.Equal(g.Pix, whole.Pix) }},
		"copied":      {wear{dpi: 200, copies: 2}, func(g *image.Gray) bool { return !bytes.Equal(g.Pix, whole.Pix) }},
	} {
		if g := c.wear.apply(rand.New(rand.NewPCG(1, 2)), bar()); !c.is(g) {
			t.Errorf("%s: not so", name)
		}
	}
}

func onlyBlackAndWhite(g *image.Gray) bool {
	for _, v := range g.Pix {
		if v > 2 && v < 253 {
			return false
		}
	}
	return true
}

func TestGappyFonts(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	text := "về đảm bảo các quyền của người dân"
	for want, f := range map[string]gappy{
		"v đảm bảo các quyn của người dân":   {lacks: map[rune]bool{'ề': true}, runs: 1},
		"v? đảm bảo các quy?n của người dân": {lacks: map[rune]bool{'ề': true}, runs: 1, sign: "?"},
		"vđảm bảo các quyn của người dân":    {lacks: map[rune]bool{'ề': true}, runs: 1, glues: 1},
		text: {lacks: map[rune]bool{'ề': true}},
	} {
		if got := f.set(rnd, text); got != want {
			t.Errorf("%+v\n got %s\nwant %s", f, got, want)
		}
	}
}
