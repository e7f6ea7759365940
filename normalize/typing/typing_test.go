package typing

import (
	"strings"
	"testing"

	"vanthu/normalize/tone"
)

func TestRead(t *testing.T) {
	for in, want := range map[string]string{
		// Telex: keys behind their letters, at the end, in any order
		"dduwowngf": "đường clear", "dduongwf": "đường clear", "duongwfd": "đường clear", "ddwowngf": "đường clear",
		"loois": "lối clear", "nhaan": "nhân", "nhana": "nhân", "daan": "dân", "Uyr": "Ủy", "uyr": "ủy",
		"quyeets": "quyết clear", "ddinhj": "định clear", "nghieeng": "nghiêng", "hoaf": "hòa", "toans": "toán",
		"giuwax": "giữa clear", "giaf": "già", "gif": "gì", "quas": "quá", "khuyur": "khuỷu", "thuowr": "thuở clear",
		"DDUWOWNGF": "ĐƯỜNG clear", "DDangr": "Đảng clear", "nuwowcs": "nước clear", "nhw": "như clear", "huwu": "hưu clear",
		"muaw": "mưa clear", "quawn": "quăn clear",
		// a word half written
		"đưowngf": "đường clear", "đuwowcj": "được clear", "tiêngs": "tiếng clear",
		// VNI
		"d9u7o7ng2": "đường clear", "d9uong72": "đường clear", "to6i": "tôi clear", "Vie65t": "Việt clear", "ba8t1": "bắt clear",
		"va2": "và", "so61": "số",
		// neither
		"strong": "", "class": "", "and": "", "PPP2": "", "f1": "", "H2O": "", "2021": "", "a": "", "": "",
		"window": "", "tôi": "", "press": "", "word": "", "Microsoft": "", "x86": "", "nghieengsssssssss": "",
		// words of other languages that are keys of Vietnamese: for the caller
		"test": "tét", "box": "bõ", "too": "tô", "now": "nơ clear",
	} {
		var got []string
		for _, r := range Read(in) {
			s := r.Text
			if r.Clear {
				s += " clear"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("Read(%q) = %q, want %q", in, g, want)
		}
	}
}

// FuzzRead: no panic; a reading is one word in NFC with the marks of one
// syllable.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"dduwowngf", "d9u7o7ng2", "đưowngf", "Uyr", "ww", "9", "đ9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range Read(s) {
			if tone.NFC(r.Text) != r.Text || strings.ContainsAny(r.Text, " 0123456789") || r.Keys == 0 {
				t.Errorf("Read(%q) = %+v", s, r)
			}
		}
	})
}
