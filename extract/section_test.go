package extract

import (
	"strings"
	"testing"
)

// TestRomanHeadings gives the paths of headings whose Roman number lost its
// full stop or was taken for letters.
func TestRomanHeadings(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ labels, want string }{
		{"L |1. |II |1. |IIL ", "I I.1 II II.1 III"},
		{"I |II |I1I |TV ", "I II III IV"},
		{"I. |L ", "I"}, // one stroke has lost none
		{"TV |X ", ""},  // nothing leads there
		{"1. |VI ", "1"},
	} {
		text := "KẾ HOẠCH\n\nVề việc thử\n\nCăn cứ tình hình.\n\n"
		for _, l := range strings.Split(test.labels, "|") {
			text += l + "Phần việc\n\n"
		}
		var have []string
		for _, s := range x.Extract(document(text)).Sections {
			have = append(have, s.Path)
		}
		if got := strings.Join(have, " "); got != test.want {
			t.Errorf("%s gives %s, want %s", test.labels, got, test.want)
		}
	}
}

// TestSections gives the paths of paragraphs that open with these labels.
func TestSections(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ why, labels, want string }{
		{"as the regulation has it", "I. |1. |a) |b) |2. |II. |1. ", "I I.1 I.1.a I.1.b I.2 II II.1"},
		{"no Roman numbers", "1. |a) |2. |3. ", "1 1.a 2 3"},
		{"as the party has it", "I- |1- |2- |a) |II- |1- ", "I I.1 I.2 I.2.a II II.1"},
		{"with strokes", "I/ |1/ |2/ |II/ |1/ ", "I I.1 I.2 II II.1"},
		{"decimals", "1. |1.1. |1.2. |2. |2.1. ", "1 1.1 1.2 2 2.1"},
		{"articles", "Điều 1. |1. |a) |2. |Điều 2. ", "Đ1 Đ1.1 Đ1.1.a Đ1.2 Đ2"},
		{"chapters: articles stay at the root", "Chương I |Điều 1. |Chương II |Điều 2. ", "Ch1 Đ1 Ch2 Đ2"},
		{"a number is missing", "I. |1. |2. |4. |II. ", "I I.1 I.2 I.4 II"},
		{"a number is doubled", "I. |1. |2. |2. |3. |II. ", "I I.1 I.2 I.2 I.3 II"},
		{"1 read as l", "I. |l. |2. |II. |l. ", "I I.1 I.2 II II.1"},
		{"misread labels", "I. |a) |b) |¢) |II. |I11. ", "I I.a I.b I.c II III"},
		{"three strokes read as H and I", "I. |1. |II. |HI. |1. |IV. ", "I I.1 II III III.1 IV"},
		{"a stroke lost: II twice", "I. |1. |II. |1. |II. |1. |2. ", "I I.1 II II.1 III III.1 III.2"},
		{"a stroke lost, not two: I after II", "I. |II. |I. ", "I II"},
		{"H after G is a letter", "A. |B. |C. |D. |E. |F. |G. |H. ", "A B C D E F G H"},
		{"specks before a label", "1. |' 2. |-3. |4, ", "1 2 3 4"},
		{"specks before the first below a heading", "I. |- 1, |2. ", "I I.1 I.2"},
		{"dashes are no labels", "1. |- 12. |- |'a ", "1"},
		{"đ is a letter", "a) |b) |c) |d) |đ) |e) ", "a b c d đ e"},
		{"no full stop: only the next one", "1. |2 |7 ", "1 2"},
		{"figures are no labels", "1. |97% |2019 |15/5 |0974.226.679 ", "1"},
	} {
		var b strings.Builder
		b.WriteString("KẾ HOẠCH\n\nVề việc thử\n\n")
		for _, l := range strings.Split(test.labels, "|") {
			b.WriteString(l + "Một việc phải làm.\n\n")
		}
		var have []string
		for _, s := range x.Extract(document(b.String())).Sections {
			have = append(have, s.Path)
		}
		if got := strings.Join(have, " "); got != test.want {
			t.Errorf("%s: %s gives %s, want %s", test.why, test.labels, got, test.want)
		}
	}
}
