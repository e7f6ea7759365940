package spoil

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// What happens to where things stand.

func scale(p *image.Gray, factor float64) *image.Gray {
	w, h := factor*float64(p.Rect.Dx()), factor*float64(p.Rect.Dy())
	out := image.NewGray(image.Rect(0, 0, int(w+0.5), int(h+0.5)))
	draw.CatmullRom.Scale(out, out.Rect, p, p.Rect, draw.Src, nil)
	return out
}

// rotate turns clockwise around the middle, on a sheet that is large enough.
func rotate(p *image.Gray, degrees float64) *image.Gray {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	w, h := float64(p.Rect.Dx()), float64(p.Rect.Dy())
	wide, high := w*cos+h*math.Abs(sin), h*cos+w*math.Abs(sin)
	out := image.NewGray(image.Rect(0, 0, int(wide), int(high)))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	place := f64.Aff3{cos, -sin, (wide - cos*w + sin*h) / 2, sin, cos, (high - sin*w - cos*h) / 2}
	draw.BiLinear.Transform(out, place, p, p.Rect, draw.Src, nil)
	return out
}

// turn turns clockwise by a right angle.
func turn(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			out.Pix[x*out.Stride+h-1-y] = p.Pix[y*p.Stride+x]
		}
	}
	return out
}

// border lays the page on the black bed of a scanner: two fingers of black at
// the left and below, less at the right, and two punch holes.
func border(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	return each(p, func(x, y int, v float64) float64 {
		fringe := int(6 * math.Sin(float64(y)/40))
		if x < w/25+fringe || y > h-h/30 || x > w-w/60 {
			return 10
		}
		for _, at := range []int{h/2 - 315, h/2 + 315} { // 8 cm between them
			if math.Hypot(float64(x-w/14), float64(y-at)) < 24 {
				return 10
			}
		}
		return v
	})
}

// lines draws what dirt on the glass of a feeder draws: long thin lines from
// top to bottom.
func lines(p *image.Gray) *image.Gray {
	w := p.Rect.Dx()
	at := map[int]bool{}
	for _, x := range []int{w / 9, w / 4, w * 2 / 5, w * 11 / 20, w * 7 / 10, w * 9 / 10} {
		at[x], at[x+1] = true, true
	}
	return each(p, func(x, _ int, v float64) float64 {
		if at[x] {
			return 40
		}
		return v
	})
}

// seals stamps two red seals on the text.
func seals(p *image.Gray) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, p.Rect.Dx(), p.Rect.Dy()))
	draw.Draw(out, out.Rect, p, p.Rect.Min, draw.Src)
	w, h := p.Rect.Dx(), p.Rect.Dy()
	for _, at := range []image.Point{{w / 3, h / 4}, {w * 2 / 3, h * 3 / 5}} {
		seal(out, at)
	}
	return out
}

// seal is two rings and a star of spokes, 36 mm wide; print below shows through.
func seal(out *image.RGBA, at image.Point) {
	const radius = 142
	for y := at.Y - radius; y <= at.Y+radius; y++ {
		for x := at.X - radius; x <= at.X+radius; x++ {
			r, angle := math.Hypot(float64(x-at.X), float64(y-at.Y)), math.Atan2(float64(y-at.Y), float64(x-at.X))
			ring := r > radius-9 && r <= radius || r > radius-50 && r < radius-45
			letters := r > radius-38 && r < radius-16 && math.Sin(40*angle) > 0
			star := r < 50*(0.6+0.4*math.Cos(5*angle))
			if ring || letters || star {
				v := out.RGBAAt(x, y)
				out.SetRGBA(x, y, color.RGBA{min(v.R, 210), min(v.G, 45), min(v.B, 50), 255})
			}
		}
	}
}
