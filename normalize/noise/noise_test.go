package noise

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

var pairs = []Pair{
	{"của", "ciia"}, {"của", "cua"}, {"của", "ciia"}, {"chủ", "chii"}, {"thủ", "thii"},
	{"đường", "dudng"}, {"trường", "trudng"}, {"lối", "16i"}, {"lý", "1y"}, {"lại", "lai"},
	{"Đảng", "Pang"}, {"Đào", "Pao"}, {"động", "d6ng"}, {"hội", "h6i"}, {"tổ", "t6"}, {"việc", "viéc"},
	{"người", "ngudi"}, {"trong", "tong"}, {"những", "nhitng"},
}

func trained() *Model {
	var many []Pair
	for range 5 {
		many = append(many, pairs...)
	}
	return Train(many, 5)
}

func lexicon() *Lexicon {
	return NewLexicon(map[string]float64{"của": 4, "cua": 10, "chủ": 6, "đường": 7, "đương": 8, "dưng": 9, "lối": 8, "lời": 8,
		"đảng": 7, "đang": 6, "động": 6, "trường": 7, "HĐND": 9, "phụ": 8})
}

func TestFind(t *testing.T) {
	s := trained().NewSearch(lexicon())
	for _, c := range []struct {
		reading string
		form    Form
		want    string
	}{
		{"ciia", AsIs, "của"},
		{"dudng", AsIs, "đường"},
		{"16i", AsIs, "lối"},
		{"Páng", Capital, "đảng"},
		{"d6ng", AsIs, "động"},
		{"CHỦ", Capitals, "chủ"},
		{"của", AsIs, "của"},
		{"HPND", AsIs, "HĐND"},
	} {
		found := s.Find(c.reading, c.form, 5, nil)
		if len(found) == 0 || s.lex.Word(found[0].Word) != c.want {
			t.Errorf("Find(%q) = %v, want %s first", c.reading, found, c.want)
		}
	}
	for _, reading := range []string{"", "supercalifragilisticexpialidocious", "中"} {
		if found := s.Find(reading, AsIs, 5, nil); len(found) > 0 && found[0].Cost < 8 {
			t.Errorf("Find(%q) = %v", reading, found)
		}
	}
}

// Hints tell only how far to look.
func TestHints(t *testing.T) {
	s := trained().NewSearch(lexicon())
	for _, reading := range []string{"ciia", "dudng", "16i", "trudng", "phu"} {
		without := s.Find(reading, AsIs, 5, nil)
		for hint := range s.lex.Len() {
			if with := s.Find(reading, AsIs, 5, []Found{{Word: hint}}); !slices.Equal(with, without) {
				t.Errorf("Find(%q), hint %s: %v, want %v", reading, s.lex.Word(hint), with, without)
			}
		}
	}
}

// A word costs the same found whole, by head and tail, and as a part.
func TestOneCost(t *testing.T) {
	s := trained().NewSearch(lexicon())
	for _, reading := range []string{"ciia", "tong", "16i", "trudng"} {
		for _, f := range s.Find(reading, AsIs, 20, nil) {
			if c := float64(s.spell(f.Word)) / unit; c != f.Cost {
				t.Errorf("%q as %s costs %v found, %v spelled", reading, s.lex.Word(f.Word), f.Cost, c)
			}
		}
	}
}

func TestSpans(t *testing.T) {
	s := trained().NewSearch(lexicon())
	found := map[string]bool{}
	for _, span := range s.Spans("chiicua", AsIs, AsIs, 20) {
		if span.From == 0 && span.To == 4 || span.From == 4 && span.To == 7 {
			found[s.lex.Word(span.Word)] = true
		}
	}
	if !found["chủ"] || !found["của"] {
		t.Errorf("parts of chiicua: %v", found)
	}
}

// What a letter is read as more often costs less.
func TestCostsFollowCounts(t *testing.T) {
	rows := newRows(trained())
	u := numbers['ủ']
	often, seldom, never := rows.at("ii").of[u], rows.at("u").of[u], rows.at("m").of[u]
	if often >= seldom || seldom >= never {
		t.Errorf("costs of ủ: ii %d, u %d, m %d", often, seldom, never)
	}
}

func TestReadWrite(t *testing.T) {
	m := trained()
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	first := b.String()
	again, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	var c bytes.Buffer
	if again.WriteTo(&c); c.String() != first {
		t.Error("a model comes back otherwise")
	}
	for _, bad := range []string{"a\tb", "a\tb\tx", "\tb\t1", "abc\tb\t1"} {
		if _, err := Read(bytes.NewBufferString(bad)); err == nil {
			t.Errorf("Read(%q): no error", bad)
		}
	}
}

func TestPairs(t *testing.T) {
	got := Pairs("Sở Giáo dục và Đào tạo tỉnh,", "S¢ Gido ducva Pao tao tinh,")
	want := map[Pair]bool{{"Giáo", "Gido"}: true, {"Đào", "Pao"}: true, {"tạo", "tao"}: true, {"tỉnh", "tinh"}: true}
	for _, p := range got {
		delete(want, p)
	}
	if len(want) > 0 {
		t.Errorf("missing %v in %v", want, got)
	}
}

// What one document taught outweighs the general channel where it is joined
// at little weight.
func TestJoin(t *testing.T) {
	m := trained()
	own := m.Count([]Pair{{"hộ", "h@"}, {"bộ", "b@"}, {"bộ", "b@"}, {"hộ", "h@"}})
	before := newRows(m).at("@").of[numbers['ộ']]
	after := newRows(own.Join(m, 0.02)).at("@").of[numbers['ộ']]
	if after >= before-unit {
		t.Errorf("cost of ộ read as @: %d before, %d after", before, after)
	}
}

func FuzzFind(f *testing.F) {
	s := trained().NewSearch(lexicon())
	f.Add("ciia")
	f.Add("~~*\xff")
	f.Fuzz(func(t *testing.T, reading string) {
		for _, found := range s.Find(reading, Capital, 3, nil) {
			if math.IsNaN(found.Cost) || found.Cost < 0 {
				t.Errorf("Find(%q): %v", reading, found)
			}
		}
		s.Spans(reading, AsIs, AsIs, 30)
	})
}
