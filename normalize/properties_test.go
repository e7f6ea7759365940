package normalize

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vanthu/normalize/charset"
)

// identifiers are what nothing but the grammar of document numbers may touch:
// fields with digits and no letters but in codes, addresses.
var (
	figures = regexp.MustCompile(`^[0-9.,/%:+()-]*[0-9][0-9.,/%:+()-]*$`)
	address = regexp.MustCompile(`^[A-Za-z0-9._-]+@[A-Za-z0-9-]+[.][A-Za-z0-9.-]+$|^https?://[!-~]+$`)
)

// untouchable are the fields that must come out as they went in, in order.
func untouchable(s string) (out []string) {
	for _, f := range strings.Fields(s) {
		if figures.MatchString(f) || address.MatchString(f) {
			out = append(out, f)
		}
	}
	return out
}

// FuzzProperties: what holds of any input, be it text or not.
func FuzzProperties(f *testing.F) {
	for _, s := range clean {
		f.Add(s)
	}
	for _, s := range []string{
		stripped, misread, "\ufeffSở Y tế", "\xff\xfeU\x00y\x00", "U\x00y\x00 \x00b\x00a\x00n\x00", "\xed\xa0\x80 \xed\xb0\x80",
		"B¸o c¸o kÕt qu¶ ngày 05/03/2021", "dduwowngf d9u7o7ng2 PPP2 f1", "12/KH-UBND a@b.vn 0225.3123.456", "\x1b[31m\x00\x7f",
		norm.NFD.String("Ủy ban nhân dân"), strings.Repeat("ế", 3000), "Co^.ng ho`a xa~ ho^.i", "中文\u2028русский\u0085\u00a0x",
	} {
		f.Add(s)
	}
	r := restorer(f)
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		notes, err := r.Copy(t.Context(), &b, strings.NewReader(s), nil)
		if err != nil {
			t.Fatal(err)
		}
		got := b.String()
		if has(notes, ReasonUTF16, ReasonUTF16Bare, ReasonBinary) {
			if has(notes, ReasonBinary) && got != s {
				t.Errorf("binary %q became %q", s, got)
			}
			return
		}
		if strings.Count(got, "\n") != strings.Count(s, "\n") {
			t.Errorf("%q → %q: lines", s, got)
		}
		if !utf8.ValidString(s) || has(notes, ReasonEncoding, ReasonZeros) {
			return // words are bytes, or are read by another alphabet
		}
		if !norm.NFC.IsNormalString(got) && norm.NFC.IsNormalString(s) {
			t.Errorf("%q → %q: not NFC", s, got)
		}
		if before, after := untouchable(s), untouchable(got); !contained(before, after) {
			t.Errorf("%q → %q: %q became %q", s, got, before, after)
		}
	})
}

func has(notes []Note, reasons ...Reason) bool {
	return slices.ContainsFunc(notes, func(n Note) bool { return slices.Contains(reasons, n.Reason) })
}

// contained reports whether all of part stands in whole, in order.
func contained(part, whole []string) bool {
	for _, w := range whole {
		if len(part) > 0 && part[0] == w {
			part = part[1:]
		}
	}
	return len(part) == 0
}

// What was restored, in every way there is, is not changed again.
func TestRestoringTwiceIsRestoringOnce(t *testing.T) {
	r := restorer(t)
	texts := append(slices.Clone(clean), stripped, misread,
		"dduwowngf loois cuar DDangr vaf Nhaf nuwowcs", "Ban hành kèm theo B¸o c¸o kÕt qu¶",
		"Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam", "Sở Y tế \xff\xfe ban hành", norm.NFD.String("Sở Y tế"))
	for _, s := range texts {
		once := r.Text(s)
		if twice := r.Text(once); twice != once {
			t.Errorf("%q\nrestored %q\nagain    %q", s, once, twice)
		}
	}
}

// Every encoding, through the restorer: a whole text, and a line amid others.
func TestTextsOfOldEncodings(t *testing.T) {
	const text = "Ủy ban nhân dân huyện ban hành kế hoạch bảo vệ, chăm sóc trẻ em và phòng, chống đuối nước năm 2021.\n"
	r := restorer(t)
	for _, e := range []charset.Encoding{charset.TCVN3, charset.VNI, charset.VNIDOS, charset.VISCII, charset.VPS, charset.BKHCM1, charset.BKHCM2, charset.VIQR, charset.Windows1258} {
		old, err := e.Codec().NewEncoder().String(strings.ReplaceAll(text, "Ủ", "ủ"))
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range []string{old, text + old + text} {
			want := strings.ReplaceAll(in, old, strings.ReplaceAll(text, "Ủ", "ủ"))
			if got := r.Text(in); got != want {
				t.Errorf("%s\n got %q\nwant %q", e, got, want)
			}
		}
	}
}
