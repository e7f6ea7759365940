package index

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// String prints a query as it was understood: the oracle of the tests below.
func (q parsed) String() string {
	var parts []string
	for _, c := range q.must {
		parts = append(parts, c.String())
	}
	for _, c := range q.exclude {
		parts = append(parts, "-"+c.String())
	}
	return strings.Join(parts, " ")
}

func (c clause) String() string {
	var parts []string
	for _, a := range c.atoms {
		var words []string
		for _, s := range a.syllables {
			words = append(words, s.exact)
		}
		text := strings.Join(words, " ")
		switch a.kind {
		case atomPhrase:
			text = `"` + text + `"`
		case atomPrefix:
			text += "*"
		case atomNumber:
			text = "#" + a.number.term()
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "|")
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ query, want string }{
		{"", ""},
		{"  ke   hoach ", "ke hoach"},
		{`"ke hoach" nam`, `"ke hoach" nam`},
		{"“ke hoach”", `"ke hoach"`},
		{`"ke"`, "ke"},
		{`""`, ""},
		{"ke -hoach", "ke -hoach"},
		{"ke - hoach", "ke hoach"},
		{`ke -"hoach nam"`, `ke -"hoach nam"`},
		{"a OR b c OR d OR e", "a|b c|d|e"},
		{`a OR "b c"`, `a|"b c"`},
		{"or", "or"},
		{"ke ke hoach ke", "ke hoach"},
		{"a OR b OR a", "a|b"},
		{"a -a", "a -a"},
		{"covid-19", `"covid 19"`},
		{"25/6/2020", `"25 6 2020"`},
		{"(ke), hoach!", "ke hoach"},
		{"chuy*", "chuy*"},
		// Numbers.
		{"05/KH-UBND y te", "#5/khubnd y te"},
		{"Kế hoạch số 05/KH-UBND", "#5/khubnd"},
		{"Số: 90 /KH- UBND", "#90/khubnd"},
		{"2017/Q Đ-UBND", "#2017/qdubnd"},
		{"26/2021/NQ-HĐND", "#26/2021/nqhdnd"},
		{"luật 121/2020/QH14", "#121/2020/qhi4"},
		{"05a/KH-UBND", "#5a/khubnd"},
		{"28-CT/TW", "#28/cttw"},
		{"*/KH-UBND", "#/khubnd"},
		{`"05/KH-UBND"`, "#5/khubnd"},
		{"-05/KH-UBND ke", "ke -#5/khubnd"},
		{"ke hoach so 5", "#5/kh"},
		{"y te ke hoach so 5 nam", "y te #5/kh nam"},
		{"so 5", "#5/"},
		{"KH 05", "#5/kh"},
		// Not numbers.
		{"ke hoach 5 nam", "ke hoach 5 nam"},
		{"kế hoạch 2021-2025", `kê` + "\u0301 hoach\u0323" + ` "2021 2025"`},
		{"to 5-7 tuoi", `to "5 7" tuoi`},
		{"1/người", "\"1 ngươi\u0300\""},
	} {
		got, err := parse(test.query)
		if err != nil || got.String() != test.want {
			t.Errorf("%q:\n want %s\n have %s %v", test.query, test.want, got, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct {
		query string
		want  string
	}{
		{`kế "hoạch`, "3 " + string(ProblemQuote)},
		{"a OR", "2 " + string(ProblemOr)},
		{"OR a", "0 " + string(ProblemOr)},
		{"a OR OR b", "5 " + string(ProblemOr)},
		{"a OR -b", "5 " + string(ProblemOr)},
		{"-a", "0 " + string(ProblemOnlyExcludes)},
		{"độ a*", "3 " + string(ProblemPrefix)},
		{"ab*cd", "0 " + string(ProblemPrefix)},
		{"aa* bb* cc* dd*", "12 " + string(ProblemPrefixes)},
		{strings.Repeat("a ", 101), "200 " + string(ProblemTooManyWords)},
		{strings.Repeat("é", 1001), "0 " + string(ProblemTooLong)},
	} {
		_, err := parse(test.query)
		var wrong *QueryError
		if !errors.As(err, &wrong) {
			t.Errorf("%.20q: want an error, have %v", test.query, err)
			continue
		}
		if got := fmt.Sprint(wrong.At, " ", wrong.Problem); got != test.want {
			t.Errorf("%.20q: want %s, have %s", test.query, test.want, got)
		}
	}
}

// Any query is understood or refused with a place inside it, and stays within
// the limits.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`a "b c" -d OR e`, "05/KH-UBND", "kế hoạch số 5", "*/x", "-", "OR", `"`, "a*", "số 5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := parse(text)
		var wrong *QueryError
		if errors.As(err, &wrong) {
			if wrong.At < 0 || wrong.At > len([]rune(text)) {
				t.Fatalf("%q: place %d", text, wrong.At)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := len(q.words()); n > maxQuerySyllables {
			t.Fatalf("%q: %d syllables", text, n)
		}
		for _, c := range append(q.must, q.exclude...) {
			if len(c.atoms) == 0 {
				t.Fatalf("%q: empty clause", text)
			}
			for _, a := range c.atoms {
				if a.kind != atomNumber && len(a.syllables) == 0 {
					t.Fatalf("%q: empty atom", text)
				}
			}
		}
	})
}
