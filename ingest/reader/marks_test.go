package reader

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// lineOf makes a line of words of equal width.
func lineOf(text string, box ingest.Box) ingest.Line {
	l := ingest.Line{Box: box}
	words := strings.Fields(text)
	step := box.Width() / float64(len(words))
	for i, w := range words {
		x := box.X0 + float64(i)*step
		l.Words = append(l.Words, ingest.Word{Raw: w, Conf: 0.8, Box: ingest.Box{X0: x, Y0: box.Y0, X1: x + step*0.8, Y1: box.Y1}})
	}
	return l
}

func TestWithoutMarks(t *testing.T) {
	title := lineOf("Về việc phòng, chống cháy rừng năm 2031", ingest.Box{X0: 90, Y0: 153, X1: 520, Y1: 167})
	for _, test := range []struct {
		name, text string
		box        ingest.Box
		kept       bool
	}{
		{"marks above their letters", "ˆ ^A `-4 Ẩ °", ingest.Box{X0: 100, Y0: 150, X1: 480, Y1: 158}, false},
		{"a row of figures below", "1 2 3 4 5", ingest.Box{X0: 100, Y0: 168, X1: 480, Y1: 178}, true},
		{"a row of figures as high as the line", "1 2 3 4 5", ingest.Box{X0: 100, Y0: 155, X1: 480, Y1: 167}, true},
		{"marks over nothing", "ˆ ^A `-4 Ẩ °", ingest.Box{X0: 100, Y0: 130, X1: 480, Y1: 138}, true},
		{"a word written between lines", "sửa lần hai", ingest.Box{X0: 100, Y0: 150, X1: 160, Y1: 158}, true},
		{"a number in the margin", "3.", ingest.Box{X0: 91, Y0: 155, X1: 99, Y1: 162}, true},
	} {
		kept := withoutMarks([]ingest.Line{title, lineOf(test.text, test.box)})
		if (len(kept) == 2) != test.kept {
			t.Errorf("%s: %d of 2 lines kept", test.name, len(kept))
		}
	}
}
