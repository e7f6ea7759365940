package digits

import (
	"fmt"
	"image"
	"io"
	"math/rand/v2"
	"slices"
	"time"

	"vanthu/ingest/hand"
	"vanthu/ingest/hand/ink"
	"vanthu/ingest/hand/net"
)

// unseen are the sets of glyphs that are not learned from.
var unseen = []string{"mnist-test", "usps-test", "semeion", "optdigits"}

// Score prints every figure of a reader with these weights, on what it has not
// learned from; the clock tells the processor time used.
func Score(dir Sets, weights []byte, clock func() time.Duration, out io.Writer) error {
	n, err := net.Decode(weights)
	if err != nil {
		return err
	}
	reader, err := hand.New(weights)
	if err != nil {
		return err
	}
	var all []glyph
	for _, name := range unseen {
		glyphs, err := dir.glyphs(name)
		if err != nil {
			return err
		}
		all = append(all, glyphs...)
		fmt.Fprintf(out, "%-16s %6d digits  %.2f %% right\n", name, len(glyphs), 100*rightDigits(n, glyphs))
	}
	sets, err := dir.fieldsToRead(all)
	if err != nil {
		return err
	}
	var c, rare calibration
	for _, set := range sets {
		if set.name == withSlips {
			rare.read(reader, set, clock, out)
			continue
		}
		c.read(reader, set, clock, out)
	}
	c.print(out)
	return nil
}

// rightDigits is the share of glyphs whose likeliest digit is the right one.
func rightDigits(n *net.Network, glyphs []glyph) float64 {
	run, right := net.NewRun(n), 0
	for i := range glyphs {
		scores := run.Scores(glyphs[i].picture())[:10]
		if slices.Index(scores, slices.Max(scores)) == hand.Class(glyphs[i].label) {
			right++
		}
	}
	return float64(right) / float64(len(glyphs))
}

// picture is the glyph as the reader would see it: enlarged to the size of a
// scan, ink or paper, and brought to the network's measure.
func (g *glyph) picture() []float32 {
	const scale = 2.5
	var points []image.Point
	for y := range int(28 * scale) {
		for x := range int(28 * scale) {
			if g.grey((float64(x)+.5)/scale, (float64(y)+.5)/scale) > 110 {
				points = append(points, image.Pt(x, y))
			}
		}
	}
	sheet := ink.Single(points, 20*scale)
	return sheet.Picture(sheet.Groups()[0])
}

// fieldSet is fields to measure on.
type fieldSet struct {
	name   string
	fields []field
}

// withSlips is the set of fields each of which has a character struck out or written
// over: on paper they are too rare to count among the others.
const withSlips = "with slips"

// madeUp is how many fields are made up to measure on.
const madeUp = 1000

// fieldsToRead are fields made up from glyphs that are not learned from, and the
// lines that are not.
func (dir Sets) fieldsToRead(glyphs []glyph) ([]fieldSet, error) {
	orand, err := dir.lines("orand-car-a-val")
	if err != nil {
		return nil, err
	}
	mgr, err := dir.lines("mgr-boxed")
	if err != nil {
		return nil, err
	}
	fields, err := dir.fieldsOf(glyphs, 0)
	if err != nil {
		return nil, err
	}
	slips, err := dir.fieldsOf(glyphs, 1)
	return []fieldSet{
		{"made-up serials", fields[hand.Serial]}, {"made-up days", fields[hand.Day]}, {"made-up months", fields[hand.Month]},
		{withSlips, slices.Concat(slips[hand.Serial], slips[hand.Day], slips[hand.Month])},
		linesToRead("mgr-boxed, last", hand.Serial, mgr[len(mgr)-len(mgr)/heldOut:]),
		linesToRead("orand-car-a-val", hand.Digits, orand),
	}, err
}

// fieldsOf makes up fields of glyphs, with slips in one of so many. Its drawn forms
// and letters are those that are learned from too.
func (dir Sets) fieldsOf(glyphs []glyph, slips int) (map[hand.Kind][]field, error) {
	letters, err := dir.glyphs("choice-lower")
	if err != nil {
		return nil, err
	}
	faces, err := timesFaces()
	if err != nil {
		return nil, err
	}
	rnd, of := rand.New(rand.NewPCG(45, 1)), newGlyphSet(slices.Concat(glyphs, letters))
	m := fieldMaker{rnd: rnd, faces: faces, slips: slips, draw: func(label byte) *glyph {
		if drawnForms[label] != nil && one(rnd, 3) {
			return drawDigit(rnd, label)
		}
		return pick(rnd, of[label])
	}}
	fields := map[hand.Kind][]field{}
	for range madeUp {
		f := m.field()
		fields[f.kind] = append(fields[f.kind], f)
	}
	return fields, nil
}

func linesToRead(name string, kind hand.Kind, lines []line) fieldSet {
	set := fieldSet{name: name}
	for _, l := range lines {
		f := l.field()
		f.kind = kind
		set.fields = append(set.fields, f)
	}
	return set
}

// outcome is what came of reading a field.
type outcome struct {
	believed float64 // probability of the first reading
	right    bool
}

// calibration collects outcomes.
type calibration []outcome

// read reads a set and prints how many were right first, and among three.
func (c *calibration) read(reader *hand.Reader, set fieldSet, clock func() time.Duration, out io.Writer) {
	first, three := 0.0, 0.0
	share := 1 / float64(len(set.fields))
	start := clock()
	for _, f := range set.fields {
		all := reader.Read(f.pic, f.kind)
		place := slices.IndexFunc(all, func(r hand.Reading) bool { return r.Text == f.text })
		if place == 0 {
			first += share
		}
		if place >= 0 && place < 3 {
			three += share
		}
		if len(all) > 0 {
			*c = append(*c, outcome{all[0].P, place == 0})
		}
	}
	each := float64(clock()-start) / float64(time.Millisecond) * share
	fmt.Fprintf(out, "%-16s %6d fields  %.1f %% first, %.1f %% among three, %.1f ms each\n", set.name, len(set.fields), 100*first, 100*three, each)
}

// print prints how often readings of each probability were right.
func (c calibration) print(out io.Writer) {
	edges := []float64{0, .2, .4, .6, .8, .9, .95, .98, .99, .995, 1.01}
	fmt.Fprintln(out, "probability    fields  mean   right")
	for i := range len(edges) - 1 {
		n, mean, right := 0.0, 0.0, 0.0
		for _, o := range c {
			if o.believed >= edges[i] && o.believed < edges[i+1] {
				n++
				mean += o.believed
				if o.right {
					right++
				}
			}
		}
		fmt.Fprintf(out, "%.3f to %.3f  %6.0f  %.3f  %.3f\n", edges[i], min(edges[i+1], 1), n, mean/max(n, 1), right/max(n, 1))
	}
}
