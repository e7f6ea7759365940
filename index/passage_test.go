package index

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestPassage(t *testing.T) {
	long := strings.Repeat("mở đầu dài dòng ", 40) + "Sở Y tế chủ trì, " + strings.Repeat("đoạn giữa khác hẳn ", 40) + "y tế, Sở."
	for _, test := range []struct{ text, query, want string }{
		{"Sở Y tế chủ trì.", "y te", "Sở «Y» «tế» chủ trì."},
		{"Sở Y tế chủ trì.", `"so y te"`, "«Sở Y tế» chủ trì."},
		{"Uy\u0309 ban (ủy ban)", "uỷ", "«Uy\u0309» ban («ủy» ban)"},
		{"ngày 25/6/2020", "25/6/2020", "ngày «25/6/2020»"},
		{"theo 05 /KH- UBND.", "5/KH-UBND", "theo «05 /KH- UBND»."},
		{"chuyển, chuyên gia", "chuy*", "«chuyển», «chuyên» gia"},
		{"không có", "gì đâu", "không có"},
		{"", "a", ""},
	} {
		if got := highlighted(t, test.text, test.query); got != test.want {
			t.Errorf("%s in %q:\n want %s\n have %s", test.query, test.text, test.want, got)
		}
	}
	if got := highlighted(t, long, "tế sở y chủ"); !strings.Contains(got, "«Sở» «Y» «tế» «chủ» trì, đoạn") || !strings.Contains(got, "dòng «Sở»") {
		t.Errorf("best window: %s", got)
	}
}

func highlighted(t testing.TB, text, query string) string {
	t.Helper()
	q, err := parse(query)
	if err != nil {
		t.Skip(err)
	}
	x := passage(text, newMatcher(Query{}, q).find(text))
	for i, place := range x.places() {
		have, want := string([]rune(x.text)[place[0]:place[1]]), x.text[x.marks[i][0]:x.marks[i][1]]
		if utf8.ValidString(x.text) && have != want {
			t.Errorf("%q: place %d is %q, marked is %q", x.text, i, have, want)
		}
	}
	return x.snippet()
}

// A snippet without its marks is a piece of the text that begins and ends
// between words, and is not long.
func FuzzPassage(f *testing.F) {
	f.Add("Sở Y tế chủ trì, phối hợp với các đơn vị.", "y te")
	f.Add(strings.Repeat("một hai ", 60), `"hai mot"`)
	f.Add("05/KH-UBND\x80", "số 5")
	f.Add(strings.Repeat("á", 500), "a")
	f.Add(strings.Repeat("á", 500), "aa*")
	f.Fuzz(func(t *testing.T, text, query string) {
		if strings.ContainsAny(text, "«»") {
			return
		}
		snippet := highlighted(t, text, query)
		plain := strings.NewReplacer("«", "", "»", "").Replace(snippet)
		at := strings.Index(text, plain)
		if at < 0 {
			t.Fatalf("%q is not in %q", plain, text)
		}
		if n := utf8.RuneCountInString(snippet); n > maxSnippetRunes {
			t.Fatalf("%d characters: %q", n, snippet)
		}
		if !betweenWords(text, plain) {
			t.Fatalf("%q cuts a word of %q", plain, text)
		}
	})
}

// betweenWords reports whether some place where part stands in text begins and
// ends between words. A word too long for any snippet may be cut.
func betweenWords(text, part string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], part)
		if i < 0 {
			return utf8.RuneCountInString(part) > maxSnippetRunes-30
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(part):])
		first, _ := utf8.DecodeRuneInString(part)
		last, _ := utf8.DecodeLastRuneInString(part)
		if !(isWord(before) && isWord(first)) && !(isWord(last) && isWord(after)) {
			return true
		}
		at++
	}
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}
