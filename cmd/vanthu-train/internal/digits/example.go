package digits

import (
	"image"

	"vanthu/ingest/hand"
	"vanthu/ingest/hand/ink"
)

// ownersByBox tells whose the pixels of a line are: those in one box only.
func ownersByBox(l line) []uint8 {
	owner := make([]uint8, len(l.pic.Pix))
	for i := range owner {
		at, in := image.Pt(i%l.pic.Stride, i/l.pic.Stride), 0
		for b, box := range l.boxes {
			if at.In(box) {
				owner[i] = uint8(b + 1)
				in++
			}
		}
		if in > 1 {
			owner[i] = ofPaper
		}
	}
	return owner
}

// example is what the network learns: a picture and its class.
type example struct {
	picture []float32
	class   int
}

// examples are the groups of a field as the reader would find them, but for
// those that are neither clearly a character nor clearly none.
func (f field) examples() []example {
	sheet := ink.Find(f.pic)
	owned := make([]map[uint8]int, len(sheet.Pieces))
	all := map[uint8]int{}
	for i, p := range sheet.Pieces {
		owned[i] = map[uint8]int{}
		for _, at := range p.Points {
			o := f.owner[at.Y*f.pic.Stride+at.X]
			owned[i][o]++
			all[o]++
		}
	}
	var out []example
	for _, g := range sheet.Groups() {
		in := map[uint8]int{}
		for _, o := range owned[g.From:g.To] {
			for k, n := range o {
				in[k] += n
			}
		}
		if class, clear := f.class(in, all); clear {
			out = append(out, example{sheet.Picture(g), class})
		}
	}
	return out
}

// class says what a group is from whose its pixels are, and whether that is
// clear.
func (f field) class(in, all map[uint8]int) (class int, clear bool) {
	sum := 0
	for _, n := range in {
		sum += n
	}
	nobody, slash, struck := in[ofPaper]+in[ofPrint], in[ofSlash], in[ofStruck]
	switch {
	case struck*10 >= sum*9 && struck*10 >= all[ofStruck]*8:
		return hand.Struck, true
	case slash*10 >= sum*9 && slash*10 >= all[ofSlash]*8:
		return hand.Slash, true
	case nobody*10 >= sum*9 || slash*10 >= sum*9:
		return hand.Foreign, true
	}
	best := 0.0
	for o, n := range in {
		if o == ofPaper || o >= ofPrint {
			continue
		}
		share, cover := float64(n)/float64(sum-in[ofPaper]), float64(n)/float64(all[o])
		if share > 0.88 && cover > 0.87 && in[ofPaper]*2 < sum {
			return hand.Class(f.text[o-1]), true
		}
		best = max(best, min(share, cover))
	}
	return hand.Miscut, best < 0.75
}
