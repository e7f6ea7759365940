package spoil

import (
	"bytes"
	"image"
	"image/jpeg"
)

// What happens to ink and paper.

func threshold(p *image.Gray, at float64) *image.Gray {
	return each(p, func(_, _ int, v float64) float64 {
		if v < at {
			return 0
		}
		return 255
	})
}

// noise adds grain of the given standard deviation.
func noise(p *image.Gray, deviation float64) *image.Gray {
	r := source(1)
	return each(p, func(_, _ int, v float64) float64 { return v + deviation*r.NormFloat64() })
}

// pepper darkens a share of the pixels to at most a value.
func pepper(p *image.Gray, share, value float64) *image.Gray {
	r := source(2)
	return each(p, func(_, _ int, v float64) float64 {
		if r.Float64() < share {
			return min(v, value)
		}
		return v
	})
}

// salt whitens a share of the pixels.
func salt(p *image.Gray, share float64) *image.Gray {
	r := source(3)
	return each(p, func(_, _ int, v float64) float64 {
		if r.Float64() < share {
			return 255
		}
		return v
	})
}

// contrast leaves a share of the difference to the paper, whose grey is given.
func contrast(p *image.Gray, paper, share float64) *image.Gray {
	return each(p, func(_, _ int, v float64) float64 { return paper - share*(255-v) })
}

// shade lets the light fall off to a quarter towards a corner, as on a picture
// taken with a telephone.
func shade(p *image.Gray) *image.Gray {
	w, h := float64(p.Rect.Dx()), float64(p.Rect.Dy())
	return each(p, func(x, y int, v float64) float64 {
		return v * (1 - 0.75*(float64(x)/w+float64(y)/h)/2)
	})
}

// soften is a blur over 3 × 3 pixels.
func soften(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	return each(p, func(x, y int, _ float64) float64 {
		sum := 0.0
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				sum += float64(p.Pix[min(max(y+dy, 0), h-1)*p.Stride+min(max(x+dx, 0), w-1)])
			}
		}
		return sum / 9
	})
}

// compress is what is left after JPEG of a quality. Pictures of any size and
// quality can be encoded and decoded: an error is a fault of this program.
func compress(p *image.Gray, quality int) image.Image {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, &jpeg.Options{Quality: quality}); err != nil {
		panic(err)
	}
	out, err := jpeg.Decode(&b)
	if err != nil {
		panic(err)
	}
	return out
}
