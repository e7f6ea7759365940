package charset

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestIsSyllable(t *testing.T) {
	for word, want := range map[string]bool{
		"nghiêng": true, "thuyết": true, "Quỳnh": true, "GÌ": true, "giết": true, "ở": true, "uyển": true,
		"khuỷu": true, "Đắk": true, "hoà": true, "hòa": true, "quá": true, "giữa": true, "yêu": true, "xoong": true,
		"":        false,
		"thuyêt":  false, // a stop needs sắc or nặng
		"tàc":     false,
		"ciia":    false,
		"nghien":  false, // no rhyme ien
		"bánh́":   false, // two tones
		"niño":    false,
		"año":     false, // the mark stands on a consonant
		"B¸o":     false,
		"program": false,
	} {
		if got := isSyllable(word); got != want {
			t.Errorf("isSyllable(%q) = %v", word, got)
		}
	}
}

func TestVietnamese(t *testing.T) {
	for _, tc := range []struct {
		why, in   string
		low, high float64
	}{
		{"clean", strings.Join(plain, "\n"), 0.95, 1},
		{"capitals", "KẾ HOẠCH PHÒNG CHỐNG DỊCH BỆNH GIA SÚC", 0.95, 1},
		{"with abbreviations and numbers", "UBND xã báo cáo KQTH số 12/KH-UBND, 97% hộ, trước 15/6", 0.9, 1},
		{"stripped", "Uy ban nhan dan huyen ban hanh ke hoach phong chong dich benh", 0, 0.2},
		{"english ocr", "Uy ban nhan ddn huyén ban hdnh ké hoach phdng ch6ng dich bénh cua t!nh", 0, 0.45},
		{"english", "The quick brown fox jumps over the lazy dog near the river", 0, 0.1},
		{"tcvn3 unread", "B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô", 0, 0.2},
		{"utf-8 twice", "BÃ¡o cÃ¡o káº¿t quáº£ thá»±c hiá»‡n", 0, 0.2},
		{"numbers", "12 345 67,8 2019 (1) IV UBND", 0.5, 0.5},
	} {
		if got := Vietnamese(tc.in); got < tc.low || got > tc.high {
			t.Errorf("%s: Vietnamese(%q) = %.3f, want %.2f to %.2f", tc.why, tc.in, got, tc.low, tc.high)
		}
	}
}

// The real wrong-language layers must score far below what their pages say.
func TestVietnameseOnRealLayers(t *testing.T) {
	raws, _ := filepath.Glob("../../../shared/badlayer/*.raw.txt")
	if len(raws) == 0 {
		t.Skip("../shared/badlayer is not here")
	}
	for _, raw := range raws {
		bad, gold := score(t, raw), score(t, strings.Replace(raw, ".raw.", ".gold.", 1))
		if bad > 0.3 || gold < 0.9 {
			t.Errorf("%s: layer %.2f, page %.2f", filepath.Base(raw), bad, gold)
		}
	}
}

func score(t *testing.T, file string) float64 {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return Vietnamese(string(b))
}
