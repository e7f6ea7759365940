package main

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// sheet is a page to be printed, worn and read: its lines are the truth.
type sheet struct {
	lines []string
	face  font.Face
	ink   *image.Gray
	// wear of this sheet
	blur      float64 // radius in pixels
	threshold float64 // 0 = stay grey, else the level of black
	speckle   float64 // share of pixels turned
	stroke    int     // pixels the strokes grow (+) or shrink (-)
	slant     float64 // skew, pixels down per pixel right
}

// typefaces are the Debian faces that look like what offices print with.
var typefaces = []string{
	"/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
	"/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
	"/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
	"/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf",
	"/usr/share/fonts/truetype/liberation2/LiberationSerif-BoldItalic.ttf",
	"/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf",
	"/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-bold.otf",
	"/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-italic.otf",
	"/usr/share/fonts/truetype/freefont/FreeSerif.ttf",
	"/usr/share/fonts/truetype/freefont/FreeSerifItalic.ttf",
	"/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
	"/usr/share/fonts/truetype/freefont/FreeSans.ttf",
	"/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
}

// openFace draws a face and a size by lot.
func openFace(rnd *rand.Rand, dpi float64) (font.Face, error) {
	file := typefaces[rnd.IntN(len(typefaces))]
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("open face (apt-get install fonts-liberation2 fonts-freefont-ttf fonts-dejavu fonts-texgyre): %w", err)
	}
	f, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("parse %s: %w", file, err)
	}
	size := 12 + 0.5*float64(rnd.IntN(5))
	return opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: dpi, Hinting: font.HintingNone})
}

// newSheet sets paragraphs on a page and draws its wear by lot.
func newSheet(rnd *rand.Rand, paragraphs []string) (*sheet, error) {
	dpi := []float64{150, 200, 200, 300}[rnd.IntN(4)]
	face, err := openFace(rnd, dpi)
	if err != nil {
		return nil, err
	}
	s := &sheet{face: face}
	width := int(6.3 * dpi)
	for _, p := range paragraphs {
		s.lines = append(s.lines, wrap(face, p, width)...)
	}
	s.print(width, int(dpi/4))
	scale := dpi / 200
	s.blur = scale * rnd.Float64() * 1.1
	s.speckle = []float64{0, 0, 0.0005, 0.003}[rnd.IntN(4)]
	s.stroke = []int{0, 0, 0, 1, -1}[rnd.IntN(5)]
	s.slant = (rnd.Float64() - 0.5) * 0.012
	if rnd.IntN(3) > 0 {
		s.threshold = 100 + 90*rnd.Float64()
	}
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
func (s *sheet) print(width, margin int) {
	step := s.face.Metrics().Height.Ceil() * 5 / 4
	s.ink = image.NewGray(image.Rect(0, 0, width+2*margin, step*(len(s.lines)+1)+2*margin))
	for i := range s.ink.Pix {
		s.ink.Pix[i] = 255
	}
	d := font.Drawer{Dst: s.ink, Src: image.NewUniform(color.Black), Face: s.face}
	for i, line := range s.lines {
		d.Dot = fixed.P(margin, margin+step*(i+1))
		d.DrawString(line)
	}
}

// wear does to the page what printers, copiers and scanners do.
func (s *sheet) wear(rnd *rand.Rand) {
	s.skew()
	s.grow()
	s.soften()
	for i, v := range s.ink.Pix {
		x := float64(v) + rnd.NormFloat64()*12
		if s.threshold > 0 {
			x = 255 * math.Round(clamp(0.5+(x-s.threshold)/100, 0, 1))
		}
		if rnd.Float64() < s.speckle {
			x = 255 - x
		}
		s.ink.Pix[i] = uint8(clamp(x, 0, 255))
	}
}

func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }

// skew shears the page as a crooked feed does.
func (s *sheet) skew() {
	b := s.ink.Bounds()
	out := image.NewGray(b)
	for y := range b.Dy() {
		for x := range b.Dx() {
			from := y + int(s.slant*float64(x-b.Dx()/2))
			v := uint8(255)
			if from >= 0 && from < b.Dy() {
				v = s.ink.Pix[from*s.ink.Stride+x]
			}
			out.Pix[y*out.Stride+x] = v
		}
	}
	s.ink = out
}

// grow thickens or thins the strokes by one pixel.
func (s *sheet) grow() {
	if s.stroke == 0 {
		return
	}
	src, w := append([]uint8(nil), s.ink.Pix...), s.ink.Stride
	for i := w; i < len(src)-w; i++ {
		for _, j := range [...]int{i - 1, i + 1, i - w, i + w} {
			if (s.stroke > 0) == (src[j] < s.ink.Pix[i]) {
				s.ink.Pix[i] = uint8((int(src[j]) + int(s.ink.Pix[i])) / 2)
			}
		}
	}
}

// soften blurs by three box passes, which is nearly a Gaussian.
func (s *sheet) soften() {
	for range 3 {
		src, w := append([]uint8(nil), s.ink.Pix...), s.ink.Stride
		a := s.blur / 3
		for i := w; i < len(src)-w; i++ {
			around := float64(src[i-1]) + float64(src[i+1]) + float64(src[i-w]) + float64(src[i+w])
			s.ink.Pix[i] = uint8((float64(src[i]) + a*around) / (1 + 4*a))
		}
	}
}
