package normalize

import (
	"testing"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// What only the words after, or both sides, can tell.
func TestBothSidesTell(t *testing.T) {
	for _, want := range []string{
		"Mấy hôm nay trời mưa to.",
		"Máy bơm của xã đã hỏng.",
		"Nhà máy thép này đã chạy từ năm ngoái.",
	} {
		if got := restorer(t).Text(tone.Fold(want)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestWithinKeepsTheUsersWords(t *testing.T) {
	known, term := &reading{word: "thuật"}, &reading{word: "thuất", term: true}
	found := within([]lostMark{{known, 9, 0, -3}, {known, 10, 0, -12}, {term, lm.Unknown, 0, -40}}, 7)
	if len(found) != 2 || found[0].score != -3 || found[1].reading != term {
		t.Errorf("left %+v", found)
	}
}
