package tone

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"hoà": "hòa", "uỷ": "ủy", "khoẻ": "khỏe", "THUỶ": "THỦY", "hòa": "hòa",
		"quý": "quý", "quỳ": "quỳ", // the u belongs to the consonant
		"toán": "toán", "huyện": "huyện", // closed: one spelling only
		"oà": "òa", "a": "a", "": "", "Nguyễn": "Nguyễn",
	} {
		if got := Canonical(in); got != want {
			t.Errorf("Canonical(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNewer(t *testing.T) {
	for in, want := range map[string]string{
		"hòa": "hoà", "ủy": "uỷ", "khỏe": "khoẻ", "THỦY": "THUỶ", "hoà": "hoà",
		"quý": "quý", "của": "của", "toán": "toán", "hoa": "hoa", "": "",
	} {
		got := Newer(in)
		if got != want {
			t.Errorf("Newer(%q) = %q, want %q", in, got, want)
		}
		if Canonical(got) != Canonical(in) {
			t.Errorf("%q and %q differ in more than the place of the tone", in, got)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Đường lối của Đảng": "Duong loi cua Dang",
		"ưỡn ẹo":             "uon eo",
		"café":               "cafe",
		"中文 ü":               "中文 ü",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// Every letter of the alphabet comes apart and together again, and folding
// agrees with Unicode's own decomposition except for đ.
func TestSplitRoundTrip(t *testing.T) {
	for _, r := range toned + "đĐ" {
		l := Split(r)
		if l.Rune() != r {
			t.Errorf("%c comes back as %c", r, l.Rune())
		}
		if plain := []rune(norm.NFD.String(string(r)))[0]; l.Shape != Bar && plain != l.Plain {
			t.Errorf("%c folds to %c, Unicode says %c", r, l.Plain, plain)
		}
	}
}

func TestNFC(t *testing.T) {
	if got := NFC(norm.NFD.String("Ðề án của Ủy ban")); got != "Đề án của Ủy ban" {
		t.Errorf("NFC = %q", got)
	}
}

func FuzzCanonical(f *testing.F) {
	f.Add("hoà")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		once := Canonical(NFC(s))
		if twice := Canonical(once); twice != once {
			t.Errorf("%q → %q → %q", s, once, twice)
		}
	})
}
