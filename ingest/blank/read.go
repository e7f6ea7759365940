package blank

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"vanthu/ingest"
	"vanthu/ingest/hand"
)

// mostReadings is how many readings of a field are kept.
const mostReadings = 8

// kinds are what the fields may hold.
var kinds = map[ingest.Field]hand.Kind{
	ingest.FieldNumber: hand.Serial, ingest.FieldDay: hand.Day, ingest.FieldMonth: hand.Month, ingest.FieldArrivalNumber: hand.Serial,
}

// Pictures show a page: as it was read, without red, and its red ink alone, nil
// where it has none or no stamp.
type Pictures struct {
	Page, Red *image.Gray
	DPI       float64
}

// Read finds the blanks of a page, reads what they are filled in with and keeps
// a small picture of each.
func Read(p ingest.Page, shown Pictures, digits *hand.Reader) (hands []ingest.Hand, err error) {
	for _, b := range Find(p) {
		cut, ok := shown.cut(b)
		if !ok {
			continue
		}
		h, err := cut.read(digits)
		if err != nil {
			return hands, err
		}
		hands = append(hands, h)
	}
	return hands, nil
}

// cut takes a field out of its page: people write into red stamps in blue, and
// where they have not, a numbering machine may have stamped in red.
func (s Pictures) cut(b Blank) (Cut, bool) {
	c, ok := b.Cut(s.Page, s.DPI)
	stamped := b.Field == ingest.FieldArrivalNumber || b.Field == ingest.FieldArrivalDate
	if ok && c.Ink == ingest.InkNone && stamped && s.Red != nil {
		return b.Cut(s.Red, s.DPI)
	}
	return c, ok
}

func (c Cut) read(digits *hand.Reader) (ingest.Hand, error) {
	h := ingest.Hand{Field: c.Field, Box: c.Box, Ink: c.Ink, Torn: c.Torn, Readings: []ingest.HandReading{}}
	if c.Ink == ingest.InkNone {
		return h, nil
	}
	h.Readings = c.readings(digits)
	var err error
	h.Picture, err = small(c.Picture)
	return h, err
}

func (c Cut) readings(digits *hand.Reader) []ingest.HandReading {
	if c.Field == ingest.FieldArrivalDate {
		return c.readDate(digits)
	}
	some := []ingest.HandReading{}
	all := digits.Read(c.Picture, kinds[c.Field])
	for _, r := range all[:min(mostReadings, len(all))] {
		some = append(some, ingest.HandReading{Text: r.Text, P: r.P})
	}
	return some
}

// small is a picture as a PNG of sixteen greys, a kilobyte or two.
func small(pic *image.Gray) ([]byte, error) {
	var greys color.Palette
	for v := range 16 {
		greys = append(greys, color.Gray{Y: uint8(17 * v)})
	}
	few := image.NewPaletted(pic.Rect, greys)
	draw.Draw(few, few.Rect, pic, pic.Rect.Min, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, few); err != nil {
		return nil, fmt.Errorf("write picture of a field: %w", err)
	}
	return b.Bytes(), nil
}
