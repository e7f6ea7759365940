package index

import (
	"strings"
	"testing"
)

// nearSlowly tries every stretch of the text.
func nearSlowly(a atom, text string) bool {
	words := syllables(text)
	for from := range words {
		missing := map[string]int{}
		for _, s := range a.syllables {
			missing[s.folded]++
		}
		for _, w := range words[from:min(len(words), from+len(a.syllables)+a.distance)] {
			if missing[w.folded]--; missing[w.folded] == 0 {
				delete(missing, w.folded)
			}
		}
		left := 0
		for _, n := range missing {
			left += max(n, 0)
		}
		if left == 0 {
			return true
		}
	}
	return false
}

// Nearness in one pass is nearness stretch by stretch.
func FuzzNear(f *testing.F) {
	f.Add("trẻ bơi", "Trẻ em phải biết bơi, trẻ …", uint8(2))
	f.Add("a a b", "a b c a b a", uint8(0))
	f.Add("b", "a", uint8(3))
	f.Fuzz(func(t *testing.T, words, text string, distance uint8) {
		a := atom{kind: atomNear, syllables: syllables(words), distance: int(distance)}
		if len(a.syllables) == 0 || len(text) > 2000 {
			return
		}
		if have, want := a.nearIn(text), nearSlowly(a, text); have != want {
			t.Errorf("%q~%d in %q: want %v, have %v", words, distance, text, want, have)
		}
	})
}

func TestPhraseIn(t *testing.T) {
	text := strings.Repeat("khác ", 70) + "Đẩy mạnh chuyển đổi số"
	for query, want := range map[string]bool{
		`"chuyen doi so"`: true, `"doi chuyen so"`: false, `"khac day manh"`: true, `"so khac day"`: false,
	} {
		q, err := parse(query)
		if err != nil {
			t.Fatal(err)
		}
		if have := q.must[0].atoms[0].in(text); have != want {
			t.Errorf("%s: want %v", query, want)
		}
	}
}
