package fold

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestString(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"KẾ HOẠCH", "ke hoach"},
		{norm.NFD.String("Độc lập – Tự do"), "doc lap - tu do"},
		{"Ðảng", "dang"},
		{"đẩy “nhanh”", "day \"nhanh\""},
		{"中", "?"},
	} {
		if have := String(test.in); have != test.want {
			t.Errorf("String(%q) = %q, want %q", test.in, have, test.want)
		}
	}
}

func TestNear(t *testing.T) {
	for _, test := range []struct {
		text, phrase string
		end, edits   int
		ok           bool
	}{
		{"noi nhan:", "noi nhan", 8, 0, true},
		{"noi nhgn:", "noi nhan", 8, 1, true},
		{"noi nhn: -", "noi nhan", 7, 1, true},
		{"pho giam d0c nguyen", "pho giam doc", 12, 1, true},
		{"to chu'c thuc hien", "to chuc thuc hien", 18, 1, true},
		{"kt. giam doc", "tm.", 0, 0, false},
		{"noi dung", "noi nhan", 0, 0, false},
		{"", "noi nhan", 0, 0, false},
	} {
		end, edits, ok := Near(test.text, test.phrase, Slack(len(test.phrase)))
		if ok != test.ok || ok && (end != test.end || edits != test.edits) {
			t.Errorf("Near(%q, %q) = %d, %d, %v; want %d, %d, %v",
				test.text, test.phrase, end, edits, ok, test.end, test.edits, test.ok)
		}
	}
}

func FuzzString(f *testing.F) {
	f.Add("Ủy ban nhân dân xã")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		folded := String(s)
		if len(folded) > utf8.RuneCountInString(s) {
			t.Errorf("String(%q) = %q: longer than its runes", s, folded)
		}
		if again := String(folded); again != folded {
			t.Errorf("String(%q) = %q, folded again %q", s, folded, again)
		}
	})
}
