package blank

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"vanthu/ingest"
)

// typed lays words out on a line as print of 13 points stands, from x on. In
// the words, ⟨…⟩ is a gap of so many points, a word in [] was read with little
// confidence, and ~12 after a word makes its box so much wider.
func typed(zone ingest.Zone, x, base float64, line string) ingest.Line {
	const size = 13.0
	l := ingest.Line{Zone: zone}
	for _, f := range strings.Fields(line) {
		var gap, wider float64
		if n, _ := fmt.Sscanf(f, "⟨%f⟩", &gap); n == 1 {
			x += gap
			continue
		}
		f, after, _ := strings.Cut(f, "~")
		fmt.Sscanf(after, "%f", &wider)
		text := strings.Trim(f, "[]")
		w := ingest.Word{Raw: text, Text: text, Conf: 0.95}
		if text != f {
			w.Conf = 0.2
		}
		wide := (width(text)-sideBearing)*size + wider
		bottom := base
		if descends(text) {
			bottom += descent * size
		}
		w.Box = ingest.Box{X0: x, Y0: base - 9, X1: x + wide, Y1: bottom}
		l.Words = append(l.Words, w)
		l.Box = l.Box.Union(w.Box)
		x += wide + 0.25*size
	}
	return l
}

// TestFind finds the gaps however OCR read what stands in them.
func TestFind(t *testing.T) {
	const left, right = 100.0, 300.0
	size := 13.0
	so := left + (width("Số:")-sideBearing)*size
	ngay := right + (width("Kon,")+width("Tum,")+width("ngày")-3*sideBearing+0.5)*size
	for _, test := range []struct {
		name, number, date string
		want               string // field and the share of its gap that was found, rounded
		gaps               map[ingest.Field][2]float64
	}{
		{"nothing was read", "Số: ⟨30⟩ /KH-UBND", "Kon, Tum, ngày ⟨20⟩ tháng ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {so, so + 33.2}, "day": {ngay, ngay + 23.2}}},
		{"junk of its own", "Số: ⟨3⟩ [2ƒ] ⟨10⟩ /KH-UBND", "Kon, Tum, ngày ⟨3⟩ [Ø3] ⟨4⟩ tháng ⟨3⟩ [@] ⟨5⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {so, 0}, "day": {ngay, 0}}},
		{"junk glued to both", "[Số:41)/TB-UBND]~8", "Kon, Tum, [ngày)Ỏtháng]~6 ⟨14⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {so, 0}, "day": {ngay, 0}}},
		{"the day runs into tháng, the month is printed", "Số: ⟨30⟩ /KH-UBND", "Kon, Tum, ngày ⟨6⟩ [tháng]~14 12 năm 2021", "",
			map[ingest.Field][2]float64{"day": {ngay, ngay + 23.2}}},
		{"the stroke lost", "Số: [4J29] UBND-MT", "Kon, Tum, ngày ⟨20⟩ tháng ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {so, 0}}},
		{"tháng spoiled by the hand", "Số: ⟨30⟩ /KH-UBND", "Kon, Tum, ngày ⟨20⟩ [nóng] ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"day": {ngay, ngay + 23.2}}},
		{"tháng between what a hand was read as", "Số: ⟨30⟩ /KH-UBND", "Kon, Tum, ngày ⟨14⟩ [Duháng2hăm]~4 năm 2021", "",
			map[ingest.Field][2]float64{"day": {ngay, 0}}},
		{"tháng not read, but as wide", "Số: ⟨30⟩ /KH-UBND", "Kon, Tum, ngày ⟨20⟩ [xcqyg] ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"day": {ngay, ngay + 23.2}}},
		{"ngày spoiled by the hand", "Số: ⟨30⟩ /KH-UBND", "Kon, Tum, [xạ]~14 ⟨20⟩ tháng ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"day": {ngay, 0}}},
		{"codes with a letter spoiled", "Sø: ⟨30⟩ [/&H-SNV]", "Kon, Tum, ngày ⟨20⟩ tháng ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {so, so + 33.2}}},
		{"stroke and codes spoiled", "Số: ⟨20⟩ [Ø&H-sNv]~14", "Kon, Tum, ngày ⟨20⟩ tháng ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {so, 0}}},
		{"a party's number", "Số ⟨25⟩ -CT/TU", "Kon, Tum, ngày ⟨20⟩ tháng ⟨18⟩ năm 2021", "",
			map[ingest.Field][2]float64{"number": {left + (width("Số")-sideBearing)*size, 0}}},
		{"a number with its year", "Số: ⟨25⟩ /2021/NQ-HĐND", "Kon, Tum, ngày ⟨20⟩ thúng ⟨18⟩ nãm 2021", "",
			map[ingest.Field][2]float64{"number": {so, so + 28.2}, "day": {ngay, ngay + 23.2}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := ingest.Page{Number: 1, Lines: []ingest.Line{
				typed(ingest.ZoneHeadLeft, left, 120, test.number), typed(ingest.ZoneHeadRight, right, 121, test.date)}}
			found := map[ingest.Field]Blank{}
			for _, b := range Find(p) {
				found[b.Field] = b
			}
			if len(found) != 3 {
				t.Fatalf("found %d blanks, want number, day and month", len(found))
			}
			for field, gap := range test.gaps {
				b := found[field]
				if math.Abs(b.X0-gap[0]) > 1.5 || gap[1] > 0 && math.Abs(b.X1-gap[1]) > 3 || b.X1-b.X0 < 6 {
					t.Errorf("%s: gap %.1f to %.1f, want %.1f to %.1f", field, b.X0, b.X1, gap[0], gap[1])
				}
				if want := map[ingest.Field]float64{"number": 120, "day": 121}[field]; math.Abs(b.Base-want) > 1 {
					t.Errorf("%s: base line at %.1f, want %.1f", field, b.Base, want)
				}
			}
		})
	}
}

// TestFindNothing leaves pages without a letterhead alone.
func TestFindNothing(t *testing.T) {
	for _, line := range []string{"Căn cứ Quyết định số 12/QĐ-UBND", "trong tháng 3 năm 2021", "", "Số"} {
		p := ingest.Page{Lines: []ingest.Line{typed(ingest.ZoneBody, 80, 300, line)}}
		if found := Find(p); len(found) > 0 {
			t.Errorf("%q: found %v", line, found)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Số: 12/KH-UBND", "Kon Tum, ngày 1 tháng 2 năm 2021")
	f.Add("Số:", "tháng năm 2020")
	f.Add("s6-/AB", "ngthángnă 1999")
	f.Fuzz(func(t *testing.T, number, date string) {
		p := ingest.Page{Number: 1, Lines: []ingest.Line{
			typed(ingest.ZoneHeadLeft, 100, 120, number), typed(ingest.ZoneHeadRight, 300, 120, date)}}
		for _, b := range Find(p) {
			if math.IsNaN(b.X0+b.X1+b.Base+b.Size) || b.Size <= 0 {
				t.Errorf("%q, %q: %+v", number, date, b)
			}
		}
	})
}
