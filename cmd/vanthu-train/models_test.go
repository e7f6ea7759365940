package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vanthu/normalize"
	"vanthu/normalize/lm"
	"vanthu/normalize/rescore"
	"vanthu/normalize/tone"
)

// invented are paragraphs, no two alike.
func invented() []string {
	var ps []string
	for n := range 120 {
		ps = append(ps,
			fmt.Sprintf("Đường lối của Đảng và chính sách của Nhà nước được phổ biến đến %d xã.", n),
			fmt.Sprintf("Trẻ em trên địa bàn huyện được cấp %d quyển vở và quà Trung thu.", n),
			fmt.Sprintf("Máy bơm số %d đang chạy, mấy hôm nay nước lên.", n))
	}
	return ps
}

// A corpus of one's own becomes models that open and read.
func TestModelsOfASmallCorpus(t *testing.T) {
	corpus, dir := writeCorpus(t, "own", invented()), t.TempDir()
	words, sides := filepath.Join(dir, "lm.bin"), filepath.Join(dir, "rescore.bin")
	if err := runLM(context.Background(), []string{"-corpus", corpus, "-out", words, "-mb", "1"}); err != nil {
		t.Fatal(err)
	}
	if err := runRescore(context.Background(), []string{"-corpus", corpus, "-out", sides, "-mb", "0.1", "-bits", "14"}); err != nil {
		t.Fatal(err)
	}
	r, err := normalize.New(normalize.Options{Model: words})
	if err != nil {
		t.Fatal(err)
	}
	const want = "Đường lối của Đảng được phổ biến đến 7 xã. Trẻ em trên địa bàn huyện được cấp quà Trung thu."
	if got := r.Text(tone.Fold(want)); got != want {
		t.Errorf("read\n%s, want\n%s", got, want)
	}
	if máy, mấy := sidesOf(t, sides, "so 5 dang chay, may hom nay nuoc len", 4, "máy", "mấy"); máy >= mấy {
		t.Errorf("dang chay, may hom nay: máy %.2f, mấy %.2f", máy, mấy)
	}
	if máy, mấy := sidesOf(t, sides, "May bom so 5", 0, "máy", "mấy"); máy <= mấy {
		t.Errorf("May bom so 5: máy %.2f, mấy %.2f", máy, mấy)
	}
}

// sidesOf is what a model file says for two readings of word i.
func sidesOf(t *testing.T, file, text string, i int, a, b string) (float64, float64) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := rescore.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	pieces := lm.Pieces(text)
	tokens, at := rescore.Tokens(pieces, lm.Cases(pieces))
	scores := make([]float64, 2)
	m.Score(tokens, at[i], []uint64{rescore.Hash(a), rescore.Hash(b)}, scores)
	return scores[0], scores[1]
}

// What stands in dev or test is kept from the models, also where it stands in
// training text again.
func TestHeldOutTextIsNotLearned(t *testing.T) {
	ps := invented()
	var secret string
	for _, p := range ps {
		if partOf("own", p) != training {
			secret = p
			break
		}
	}
	if secret == "" {
		t.Fatal("nothing is held out")
	}
	corpus := writeCorpus(t, "own", append(ps, "Văn bản chép lại.\n"+secret))
	read := map[string]int{}
	r := reader{seen: make(map[uint64]bool), add: func(p string, _ int) { read[p]++ }}
	if err := r.read(corpus, nil); err != nil {
		t.Fatal(err)
	}
	if read[secret] != 0 {
		t.Errorf("held-out paragraph was learned: %s", secret)
	}
	for p, n := range read {
		if n != 1 {
			t.Errorf("learned %d times: %s", n, p)
		}
	}
	if len(read) < len(ps)*8/10 {
		t.Errorf("learned %d of %d paragraphs", len(read), len(ps))
	}
}

func TestHalfStrip(t *testing.T) {
	text := strings.Repeat("Căn cứ Luật Trẻ em;\n  đường lối ", 50)
	got := halfStrip(text)
	if got != halfStrip(text) {
		t.Error("two lots differ")
	}
	if tone.Fold(got) != tone.Fold(text) {
		t.Error("more than marks was taken")
	}
	kept, all := 0, 0
	words := strings.Fields(text)
	for i, f := range strings.Fields(got) {
		if tone.Fold(words[i]) != words[i] {
			all++
			if f == words[i] {
				kept++
			}
		}
	}
	if kept < all/3 || kept > all*2/3 {
		t.Errorf("%d of %d words kept their marks", kept, all)
	}
}

func TestSyllables(t *testing.T) {
	c := syllables("hòa bình, 12 mũi tên", "hoa binh, 12 mui tên", "hoà binh, 12 mùi ten")
	if c.Gold != 4 || c.Right != 1 || c.Helped != 1 || c.Hurt != 1 || c.Errors != 3 {
		t.Errorf("counted %+v", c)
	}
}

func TestReliabilityBuckets(t *testing.T) {
	r := newReliability()
	for i := range 10 {
		r.add(0.92, i > 0)
	}
	r.add(1, true)
	if r.words[9] != 10 || r.right[9] != 9 || r.words[11] != 1 {
		t.Errorf("buckets %v, right %v", r.words, r.right)
	}
}
