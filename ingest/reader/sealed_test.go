package reader

import (
	"testing"

	"vanthu/ingest"
)

func TestCapitalised(t *testing.T) {
	for _, c := range []struct {
		about, line, want string
		doubt             int // the word that was hardly read, from 1
	}{
		{"a name", "Vàng Seo Lử", "Vàng Seo Lử", 0},
		{"strokes at its ends", "| ~ Vàng Seo Lử .", "Vàng Seo Lử", 0},
		{"a middle of one letter", "Giàng A Páo", "Giàng A Páo", 0},
		{"a letter before it is a stroke", "l Vàng Seo Lử", "Vàng Seo Lử", 0},
		{"what was hardly read stays", "Xã Hoàng Anh", "Xã Hoàng Anh", 1},
		{"running text", "của thông báo này", "", 0},
		{"one word", "TRƯỜNG", "", 0},
		{"half of a title", "CHỦ TỊCH", "CHỦ TỊCH", 1},
		{"half of a name", "Hoàng Anh", "", 1},
	} {
		l := row(300, 100, 0.95, c.line)
		if c.doubt > 0 {
			l.Words[c.doubt-1].Conf = 0.15
		}
		if have := capitalised(l).Raw(); have != c.want {
			t.Errorf("%s: want %q, have %q", c.about, c.want, have)
		}
	}
}

func TestIsSigned(t *testing.T) {
	area := ingest.Box{X0: 290, Y0: 80, X1: 595, Y1: 300}
	title, name := row(300, 100, 0.95, "PHÓ GIÁM ĐỐC"), row(300, 180, 0.95, "Vàng Seo Lử")
	faint := row(300, 180, 0.6, "Vàng Seo Lử")
	for _, c := range []struct {
		about string
		lines []ingest.Line
		want  bool
	}{
		{"title and name", []ingest.Line{title, name}, true},
		{"no name", []ingest.Line{title}, false},
		{"a name hardly read", []ingest.Line{title, faint}, false},
		{"a name elsewhere", []ingest.Line{title, row(80, 180, 0.95, "Vàng Seo Lử")}, false},
	} {
		if have := isSigned(c.lines, area); have != c.want {
			t.Errorf("%s: %t", c.about, have)
		}
	}
}
