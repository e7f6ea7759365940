package rescore

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"vanthu/normalize/lm"
)

// text tells máy from mấy by the words on both sides, tiên from tiến by the
// capital.
func text() []string {
	var ps []string
	for n := range 60 {
		ps = append(ps,
			fmt.Sprintf("Nhà máy thép số %d đã chạy.", n),
			fmt.Sprintf("Đã mấy hôm nay %d người chờ.", n),
			fmt.Sprintf("Có %d cô tiên trong truyện.", n),
			fmt.Sprintf("Gặp ông Tiến lúc %d giờ.", n))
	}
	return ps
}

func trained(t testing.TB) *Model {
	t.Helper()
	tr := NewTrainer(TrainOptions{Bytes: 1 << 16, Bits: 12})
	for _, p := range text() {
		tr.Add(p)
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

// best is the reading of word i that the model favours.
func best(m *Model, paragraph string, i int, readings ...string) string {
	pieces := lm.Pieces(paragraph)
	tokens, at := Tokens(pieces, lm.Cases(pieces))
	hashes, scores := make([]uint64, len(readings)), make([]float64, len(readings))
	for r, w := range readings {
		hashes[r] = Hash(w)
	}
	m.Score(tokens, at[i], hashes, scores)
	b := 0
	for r := range scores {
		if scores[r] > scores[b] {
			b = r
		}
	}
	return readings[b]
}

func TestNeighboursTell(t *testing.T) {
	m := trained(t)
	for _, c := range []struct {
		text     string
		i        int
		readings []string
		want     string
	}{
		{"nha may thep", 1, []string{"mấy", "máy"}, "máy"},          // the word before and after
		{"may thep so 5", 0, []string{"mấy", "máy"}, "máy"},         // only after
		{"da may hom", 1, []string{"máy", "mấy"}, "mấy"},            //
		{"co tien trong", 1, []string{"tiến", "tiên"}, "tiên"},      // not capitalised
		{"ong Tien luc", 1, []string{"tiên", "tiến"}, "tiến"},       // capitalised
		{"hom may, thep", 1, []string{"mấy", "chưa"}, "mấy"},        // nothing known: the first
		{"nhà máy thép cũ", 1, []string{"mấy", "máy"}, "máy"},       // marks around do not matter
		{"NHÀ MAY THEP SO 4", 1, []string{"mấy", "máy"}, "máy"},     // nor do headings
		{"nha may thep 12/KH so", 1, []string{"mấy", "máy"}, "máy"}, // nor numbers farther on
	} {
		if got := best(m, c.text, c.i, c.readings...); got != c.want {
			t.Errorf("%q word %d: %s, want %s", c.text, c.i, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	pieces := lm.Pieces("Tại Nhà máy - (thép), ngày 12/5.")
	tokens, at := Tokens(pieces, lm.Cases(pieces))
	if got := fmt.Sprint(at); got != "[0 1 2 -1 3 4 5]" {
		t.Errorf("places %s", got)
	}
	var gaps []Gap
	for _, tok := range tokens {
		gaps = append(gaps, tok.Gap)
	}
	if got := fmt.Sprint(gaps); got != fmt.Sprint([]Gap{None, None, Other, Quote, None, Stop}) {
		t.Errorf("gaps %s", got)
	}
	if !tokens[1].Title || tokens[2].Title || tokens[2].Form != Hash("may") {
		t.Errorf("tokens %+v", tokens)
	}
}

// Of what is trained twice the same bytes come out.
func TestTrainingIsRepeatable(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		tr := NewTrainer(TrainOptions{Bytes: 1 << 14, Bits: 12})
		for _, p := range text() {
			tr.Add(p)
		}
		if err := tr.Write(&files[i], func(string) {}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings differ")
	}
}

func TestOpenRefusesOtherFiles(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("vanthulm"), bytes.Repeat([]byte("vanthurs"), 20)} {
		if _, err := Open(data); !errors.Is(err, errFormat) {
			t.Errorf("%.20q: %v", data, err)
		}
	}
}

// Whatever opens can be asked.
func FuzzOpen(f *testing.F) {
	tr := NewTrainer(TrainOptions{Bytes: 1 << 12, Bits: 8})
	for _, p := range text()[:20] {
		tr.Add(p)
	}
	var b bytes.Buffer
	if err := tr.Write(&b, func(string) {}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Open(data); err == nil {
			best(m, "nha may thep", 1, "máy", "mấy")
		}
	})
}
