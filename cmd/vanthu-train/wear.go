package main

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// What printers, copiers, fax machines and scanners do to a page. Each kind of
// wear is drawn by lot on its own, most of them seldom, so that no two pages
// are alike: a channel learned from one kind of wear knows one scanner.

// wear is the lot of a page. The zero value is a perfect scan.
type wear struct {
	dpi       float64
	copies    int     // generations of a copier before the scanner
	blur      float64 // radius in pixels
	stroke    int     // pixels the strokes grow (+) or shrink (-)
	slant     float64 // skew, pixels down per pixel right
	bleed     float64 // how black the other side of the paper shows through
	noise     float64 // standard deviation of grey
	threshold float64 // 0 = stays grey, else the level of black
	speckle   float64 // share of pixels turned
	fax       bool    // half of the lines only
	smear     float64 // share of black that the feed drags along
	quality   int     // of JPEG; 0 = not compressed
}

func newWear(rnd *rand.Rand) wear {
	one := func(in int) bool { return rnd.IntN(in) == 0 }
	w := wear{dpi: []float64{100, 150, 200, 200, 200, 240, 300, 300, 400}[rnd.IntN(9)]}
	w.blur = w.dpi / 200 * rnd.Float64() * 1.1
	w.noise = 4 + 20*rnd.Float64()*rnd.Float64()
	w.slant = (rnd.Float64() - 0.5) * 0.014
	w.stroke = []int{0, 0, 0, 1, -1}[rnd.IntN(5)]
	w.speckle = []float64{0, 0, 0.0005, 0.003}[rnd.IntN(4)]
	if one(5) {
		w.copies = 1 + rnd.IntN(3)
	}
	if one(8) {
		w.bleed = 0.05 + 0.15*rnd.Float64()
	}
	if rnd.IntN(3) > 0 {
		w.threshold = 80 + 120*rnd.Float64()
	}
	if w.fax = one(12); w.fax {
		w.threshold = 128
	}
	if one(10) {
		w.smear = 0.2 + 0.3*rnd.Float64()
	}
	if one(4) {
		w.quality = 10 + rnd.IntN(50)
	}
	return w
}

// apply wears a page.
func (w wear) apply(rnd *rand.Rand, page *image.Gray) *image.Gray {
	page = skew(page, w.slant)
	for range w.copies {
		soften(page, 0.4*w.dpi/200)
		level(page, 90+80*rnd.Float64(), 60)
	}
	grow(page, w.stroke)
	soften(page, w.blur)
	smear(page, w.smear)
	bleed(page, w.bleed)
	dirty(rnd, page, w.noise, w.speckle)
	if w.fax {
		halve(page)
	}
	if w.quality > 0 {
		page = compress(page, w.quality)
	}
	if w.threshold > 0 {
		level(page, w.threshold, 1)
	}
	return page
}

func clamp(x float64) uint8 { return uint8(math.Max(0, math.Min(255, x))) }

// skew shears the page as a crooked feed does.
func skew(page *image.Gray, slant float64) *image.Gray {
	b := page.Bounds()
	out := image.NewGray(b)
	for y := range b.Dy() {
		for x := range b.Dx() {
			from := y + int(slant*float64(x-b.Dx()/2))
			v := uint8(255)
			if from >= 0 && from < b.Dy() {
				v = page.Pix[from*page.Stride+x]
			}
			out.Pix[y*out.Stride+x] = v
		}
	}
	return out
}

// grow thickens or thins the strokes by half a pixel.
func grow(page *image.Gray, stroke int) {
	if stroke == 0 {
		return
	}
	src, w := bytes.Clone(page.Pix), page.Stride
	for i := w; i < len(src)-w; i++ {
		for _, j := range [...]int{i - 1, i + 1, i - w, i + w} {
			if (stroke > 0) == (src[j] < page.Pix[i]) {
				page.Pix[i] = uint8((int(src[j]) + int(page.Pix[i])) / 2)
			}
		}
	}
}

// soften blurs by three box passes, which is nearly a Gaussian.
func soften(page *image.Gray, radius float64) {
	for range 3 {
		src, w := bytes.Clone(page.Pix), page.Stride
		a := radius / 3
		for i := w; i < len(src)-w; i++ {
			around := float64(src[i-1]) + float64(src[i+1]) + float64(src[i-w]) + float64(src[i+w])
			page.Pix[i] = uint8((float64(src[i]) + a*around) / (1 + 4*a))
		}
	}
}

// smear drags black along the feed.
func smear(page *image.Gray, share float64) {
	if share == 0 {
		return
	}
	carry := 0.0
	for i, v := range page.Pix {
		carry = math.Max(255-float64(v), carry*share)
		page.Pix[i] = uint8(255 - carry)
	}
}

// bleed lets the other side show through: the page itself, mirrored.
func bleed(page *image.Gray, share float64) {
	if share == 0 {
		return
	}
	src := bytes.Clone(page.Pix)
	for i := range page.Pix {
		behind := 255 - float64(src[len(src)-1-i])
		page.Pix[i] = clamp(float64(src[i]) - share*behind)
	}
}

// dirty adds noise to the grey and turns some pixels.
func dirty(rnd *rand.Rand, page *image.Gray, noise, speckle float64) {
	for i, v := range page.Pix {
		x := float64(v) + rnd.NormFloat64()*noise
		if rnd.Float64() < speckle {
			x = 255 - x
		}
		page.Pix[i] = clamp(x)
	}
}

// level makes what is darker than black black and the rest white, over a
// range of soft greys.
func level(page *image.Gray, black, soft float64) {
	for i, v := range page.Pix {
		page.Pix[i] = clamp(127.5 + (float64(v)-black)*127.5/soft)
	}
}

// halve repeats every second line of the scan, as a fax in standard
// resolution does.
func halve(page *image.Gray) {
	for at := page.Stride; at+page.Stride <= len(page.Pix); at += 2 * page.Stride {
		copy(page.Pix[at:at+page.Stride], page.Pix[at-page.Stride:at])
	}
}

// compress leaves what JPEG leaves.
func compress(page *image.Gray, quality int) *image.Gray {
	var b bytes.Buffer
	if jpeg.Encode(&b, page, &jpeg.Options{Quality: quality}) != nil {
		return page
	}
	read, err := jpeg.Decode(&b)
	if err != nil {
		return page
	}
	out := image.NewGray(page.Bounds())
	draw.Draw(out, out.Bounds(), read, image.Point{}, draw.Src)
	return out
}
