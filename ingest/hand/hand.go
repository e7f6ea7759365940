// Package hand reads handwritten numbers: the serial in `Số: ⟨2668⟩/KH-UBND`
// and the day and month in `ngày ⟨26⟩ tháng ⟨11⟩ năm 2010`.
//
// A cropped grey picture of one field comes in, a ranked list of readings with
// calibrated probabilities goes out. The package never looks at a page, never
// finds a field and never decides: which reading is believed, and on what other
// evidence, is the caller's.
//
//	reader, err := hand.Open()
//	...
//	for _, r := range reader.Read(crop, hand.Day) {
//		fmt.Println(r.Text, r.P) // "26 0.97", "28 0.02"
//	}
//
// A Reader only reads its weights: any number of goroutines may share one.
package hand

import (
	_ "embed"
	"fmt"
	"image"

	"vanthu/ingest/hand/net"
)

// Kind says what a field may hold.
type Kind int

const (
	// Digits is any row of digits.
	Digits Kind = iota
	// Serial is the number of a document: digits, zeros before them allowed,
	// perhaps a letter a to d after them ("05a").
	Serial
	// Day is 1 to 31, with a zero before it below 10.
	Day
	// Month is 1 to 12; 1 and 2 have a zero before them, 3 to 9 may.
	Month
	// Year is four digits, 19xx or 20xx.
	Year
)

// Reading is one way to read a picture.
type Reading struct {
	Text  string
	P     float64           // probability that the whole of Text is right; those of one Read sum to 1 at most
	Boxes []image.Rectangle // of each character of Text, in the coordinates of the picture
}

// Reader reads pictures of numbers.
type Reader struct{ net *net.Network }

//go:embed hand.net
var weights []byte

// Open returns a reader with the weights built into the program.
func Open() (*Reader, error) { return New(weights) }

// New returns a reader with other weights, such as those of a training.
func New(weights []byte) (*Reader, error) {
	n, err := net.Decode(weights)
	if err != nil {
		return nil, fmt.Errorf("open weights of digits: %w", err)
	}
	if n.Classes() != Classes {
		return nil, fmt.Errorf("open weights of digits: %d classes, not %d", n.Classes(), Classes)
	}
	return &Reader{net: n}, nil
}
