package ingest

import (
	"encoding/json"
	"fmt"
	"math"
)

// Box is a rectangle on a page in points (1/72 inch), origin at the top left,
// x to the right and y down. The zero Box means "place unknown". In JSON it is
// [x0,y0,x1,y1], rounded to a tenth of a point (a 30th of a letter's width).
type Box struct{ X0, Y0, X1, Y1 float64 }

// IsZero reports whether the place is unknown.
func (b Box) IsZero() bool { return b == Box{} }

// Width of the box in points.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height of the box in points.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// Union is the smallest box that holds both; a zero box adds nothing.
func (b Box) Union(c Box) Box {
	switch {
	case b.IsZero():
		return c
	case c.IsZero():
		return b
	}
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// MarshalJSON writes [x0,y0,x1,y1].
func (b Box) MarshalJSON() ([]byte, error) {
	return json.Marshal([4]float64{tenth(b.X0), tenth(b.Y0), tenth(b.X1), tenth(b.Y1)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (b *Box) UnmarshalJSON(data []byte) error {
	var v [4]float64
	if err := json.Unmarshal(data, &v); err != nil {
		return fmt.Errorf("read box: %w", err)
	}
	*b = Box{v[0], v[1], v[2], v[3]}
	return nil
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }
