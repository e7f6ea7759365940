package index

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestSyllables(t *testing.T) {
	for _, test := range []struct{ text, exact, folded string }{
		{"KẾ HOẠCH", "kê\u0301 hoach\u0323", "ke hoach"},
		// Tone position: old and new are one.
		{"hoà", "hoa\u0300", "hoa"},
		{"hòa", "hoa\u0300", "hoa"},
		{"thuỷ sản", "thuy\u0309 san\u0309", "thuy san"},
		{"thủy sản", "thuy\u0309 san\u0309", "thuy san"},
		// Đ and its lookalike.
		{"Đảng Ðảng", "đang\u0309 đang\u0309", "dang dang"},
		// i and y.
		{"quí qui lí kì tỉ", "quy\u0301 quy ly\u0301 ky\u0300 ty\u0309", "quy quy ly ky ty"},
		{"quý quy lý kỳ tỷ", "quy\u0301 quy ly\u0301 ky\u0300 ty\u0309", "quy quy ly ky ty"},
		{"thi vì", "thi vi\u0300", "thi vi"}, // not after other letters
		// Numbers.
		{"05 000 2.024 1e5", "5 0 2 24 1e5", "5 0 2 24 1e5"},
		{"KH-UBND/2019", "kh ubnd 2019", "kh ubnd 2019"},
		// Marks of no Vietnamese letter, other scripts, bad bytes.
		{"señor Łódź", "senor\u0303 łodz\u0301\u0301", "senor łodz"},
		{"年 \xff\xfe a\u0302\u0301", "年 â\u0301", "年 a"},
		{"\u0301 \u0302", "", ""},
	} {
		var exact, folded []string
		for _, s := range syllables(test.text) {
			exact, folded = append(exact, s.exact), append(folded, s.folded)
		}
		if got := strings.Join(exact, " "); got != test.exact {
			t.Errorf("exact %q: want %q, have %q", test.text, test.exact, got)
		}
		if got := strings.Join(folded, " "); got != test.folded {
			t.Errorf("folded %q: want %q, have %q", test.text, test.folded, got)
		}
	}
}

// Whatever the text, offsets are of whole runes in order, NFC and NFD have the
// same terms, and folding twice changes nothing.
func FuzzSyllables(f *testing.F) {
	for _, s := range []string{"Hòa Bình", "Ðiểm \xc4", "uỷ ban nhân dân", "a\u0323\u0302", "年"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		var words []string
		for _, s := range syllables(text) {
			words = append(words, s.folded)
			if s.start < at || s.end <= s.start || s.end > len(text) || s.folded == "" {
				t.Fatalf("%q: bad syllable %+v", text, s)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.start:s.end]) {
				t.Fatalf("%q: cut rune in %+v", text, s)
			}
			at = s.end
		}
		folded := fold(text)
		if want := strings.Join(words, " "); folded != want {
			t.Fatalf("%q: folded %q, its syllables %q", text, folded, want)
		}
		if again := fold(folded); again != folded {
			t.Fatalf("%q: folded %q, again %q", text, folded, again)
		}
		if !utf8.ValidString(text) || strings.ContainsFunc(text, isForeign) {
			return
		}
		if nfc, nfd := fold(norm.NFC.String(text)), fold(norm.NFD.String(text)); nfc != nfd {
			t.Fatalf("%q: NFC %q, NFD %q", text, nfc, nfd)
		}
	})
}

// isForeign: a letter of another script, whose compositions we leave alone.
func isForeign(r rune) bool { return !unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited) }
