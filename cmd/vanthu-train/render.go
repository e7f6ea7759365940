package main

import (
	"image"
	"image/color"
	"math/rand/v2"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// sheet is a page to be printed, worn and read: its lines are the truth.
type sheet struct {
	lines []string
	ink   *image.Gray
	wear  wear
}

// newSheet sets paragraphs on a page and wears it by lot.
func newSheet(rnd *rand.Rand, paragraphs []string) (*sheet, error) {
	w := newWear(rnd)
	face, err := openFace(rnd, w.dpi)
	if err != nil {
		return nil, err
	}
	s := &sheet{wear: w}
	width := int(6.3 * w.dpi)
	for _, p := range paragraphs {
		s.lines = append(s.lines, wrap(face, p, width)...)
	}
	s.print(face, width, int(w.dpi/4))
	s.ink = w.apply(rnd, s.ink)
	return s, nil
}

// wrap breaks a paragraph into lines that fit.
func wrap(face font.Face, paragraph string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(paragraph) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && font.MeasureString(face, longer).Ceil() > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// print draws the lines in black on white.
func (s *sheet) print(face font.Face, width, margin int) {
	step := face.Metrics().Height.Ceil() * 5 / 4
	s.ink = image.NewGray(image.Rect(0, 0, width+2*margin, step*(len(s.lines)+1)+2*margin))
	for i := range s.ink.Pix {
		s.ink.Pix[i] = 255
	}
	d := font.Drawer{Dst: s.ink, Src: image.NewUniform(color.Black), Face: face}
	for i, line := range s.lines {
		d.Dot = fixed.P(margin, margin+step*(i+1))
		d.DrawString(line)
	}
}
