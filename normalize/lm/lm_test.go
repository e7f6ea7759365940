package lm

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"testing"
)

var text = []string{
	"Kế hoạch triển khai công tác trẻ em trên địa bàn tỉnh Bình Phước.",
	"Căn cứ Kế hoạch số 12/KH-UBND ngày 03/02/2021 của Ủy ban nhân dân tỉnh Bình Phước;",
	"Triển khai kế hoạch công tác của tỉnh trên địa bàn các huyện, thị xã.",
	"ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC",
	"Ủy ban nhân dân các huyện, thị xã triển khai công tác trẻ em.",
}

func trained(t testing.TB, bytesWanted int) *Model {
	t.Helper()
	tr := NewTrainer(TrainOptions{MinCount: 1, Bytes: bytesWanted})
	for _, p := range text {
		tr.Add(p, 2)
	}
	var b bytes.Buffer
	if err := tr.Write(&b, func(string) {}); err != nil {
		t.Fatal(err)
	}
	m, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// score is the log probability of a paragraph.
func score(m *Model, paragraph string) float64 {
	pieces := Pieces(paragraph)
	cases := Cases(pieces)
	s, total, p := m.Start(), 0.0, 0.0
	for i := range pieces {
		ids := append(m.Signs(pieces[i].Pre), m.ID(pieces[i].Core, cases[i]))
		for _, id := range append(ids, m.Signs(pieces[i].Post)...) {
			p, s = m.Score(s, id)
			total += p
		}
	}
	return total
}

func TestSeenTextScoresAboveUnseen(t *testing.T) {
	m := trained(t, 1<<20)
	good, bad := score(m, "kế hoạch công tác trẻ em"), score(m, "kế tác hoạch em công trẻ")
	if good <= bad {
		t.Errorf("seen order %.1f, shuffled %.1f", good, bad)
	}
}

// After any context the probabilities sum to one, but for quantisation and
// the chance hits of the maps. (At the start of a paragraph they sum to up to
// two: its contexts of several <s> have no back-off weights.)
func TestProbabilitiesSumToOne(t *testing.T) {
	m := trained(t, 1<<20)
	for _, context := range []string{"kế hoạch", "địa bàn tỉnh", "công tác trẻ", "xã bàn xã"} {
		s := m.Start()
		for _, p := range Pieces(context) {
			_, s = m.Score(s, m.ID(p.Core, Lower))
		}
		sum := 0.0
		for w := range m.Words() {
			p, _ := m.Score(s, ID(w))
			sum += math.Exp(p)
		}
		if sum < 0.9 || sum > 1.1 {
			t.Errorf("after %q: sum %.3f", context, sum)
		}
	}
}

func TestFamilies(t *testing.T) {
	m := trained(t, 1<<20)
	families := maps.Collect(m.Families())
	if f := families["trien"]; f[1]-f[0] != 1 || m.Word(f[0]) != "triển" {
		t.Errorf("words like trien: %v", f)
	}
	if f, ok := families["khong"]; ok {
		t.Errorf("words like one not there: %v", f)
	}
	words := int(FirstWord)
	for _, f := range families {
		words += int(f[1] - f[0])
	}
	if words != m.Words() {
		t.Errorf("%d words of %d are in a family", words, m.Words())
	}
}

func TestSplit(t *testing.T) {
	for in, want := range map[string]string{
		"(xã/phường),": "(|xã|/ |phường|),",
		"206/KH-UBND":  "|206/KH-UBND|",
		"14/6/2021;":   "|14/6/2021|;",
		"…":            "…||",
		"“Toàn":        "“|Toàn|",
		"a@b.gov.vn":   "|a@b.gov.vn|",
		"Dak-Lak":      "|Dak|- |Lak|",
		"\xff\x00":     "\xff\x00||",
		"--":           "--||",
		"97%":          "|97|%",
	} {
		got := ""
		for i, p := range Split(in) {
			if i > 0 {
				got += " "
			}
			got += p.Pre + "|" + p.Core + "|" + p.Post
		}
		if got != want {
			t.Errorf("Split(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestCases(t *testing.T) {
	for in, want := range map[string]string{
		"Căn cứ Luật Đất đai":      "[0 0 1 1 0]",
		"Nguyễn Văn An đi":         "[1 1 1 0]",
		"QUYẾT ĐỊNH CỦA UBND TỈNH": "[0 0 0 0 0]",
		"theo UBND tỉnh":           "[0 2 0]",
		"1. Mục đích. Yêu cầu":     "[0 0 0 0 0]",
	} {
		if got := fmt.Sprint(Cases(Pieces(in))); got != want {
			t.Errorf("Cases(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestIsSyllable(t *testing.T) {
	for _, s := range []string{"nghiêng", "quyền", "gì", "giết", "ưởng", "KHUỶU", "a"} {
		if !IsSyllable(s) {
			t.Errorf("%s is a syllable", s)
		}
	}
	for _, s := range []string{"UBND", "the1", "quyn", "strong", "", "wang"} {
		if IsSyllable(s) {
			t.Errorf("%s is no syllable", s)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Open(data); err == nil {
			m.Score(m.Start(), Unknown)
		}
	})
}

// The pieces of a field together are the field.
func FuzzSplit(f *testing.F) {
	for _, s := range []string{"(xã/phường),", "206/KH-UBND", "", "-a-", "ế/\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, field string) {
		whole := ""
		for _, p := range Split(field) {
			whole += p.String()
		}
		if whole != field {
			t.Errorf("%q became %q", field, whole)
		}
	})
}
