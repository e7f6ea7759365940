package pieces

import (
	"image"
	"strings"
	"testing"
)

// picture draws # as ink on paper.
func picture(rows ...string) *image.Gray {
	pic := image.NewGray(image.Rect(0, 0, len(rows[0]), len(rows)))
	for y, row := range rows {
		for x, c := range row {
			pic.Pix[pic.PixOffset(x, y)] = 250
			if c == '#' {
				pic.Pix[pic.PixOffset(x, y)] = 20
			}
		}
	}
	return pic
}

func boxes(all []Piece) string {
	var s []string
	for _, p := range all {
		s = append(s, p.Box.String())
	}
	return strings.Join(s, " ")
}

func TestPieces(t *testing.T) {
	for _, c := range []struct {
		about string
		rows  []string
		want  string
	}{
		{"corners touch", []string{"#.....", ".#....", "....#."}, "(0,0)-(2,2) (4,2)-(5,3)"},
		{"nothing", []string{"......", "......"}, ""},
		{"a rule goes, a stroke across it stays", []string{
			"...##.......",
			"############",
			"...##.......",
			"...##.......",
		}, "(3,0)-(5,4)"},
	} {
		pic := picture(c.rows...)
		m := Of(pic, pic.Rect)
		m.EraseRules(10, 10, 1)
		if have := boxes(m.Pieces()); have != c.want {
			t.Errorf("%s: want %s, have %s", c.about, c.want, have)
		}
	}
}

func TestParts(t *testing.T) {
	pic := picture("######", "......", "..##..")
	m := Of(pic, pic.Rect)
	first := m.Pieces()[0]
	if have := first.Within(2, 4).Box; have != image.Rect(2, 0, 4, 1) {
		t.Errorf("within two columns: %v", have)
	}
	if have := m.Where(func(q image.Point) bool { return q.X == 3 }); len(have.Pixels) != 2 {
		t.Errorf("in a column: %v", have.Pixels)
	}
	m.Erase(image.Pt(2, 2))
	m.Erase(image.Pt(99, 99))
	if m.Has(image.Pt(2, 2)) || !m.Has(image.Pt(3, 2)) {
		t.Error("one pixel was to be erased")
	}
}
