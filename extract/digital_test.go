package extract

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// TestDigitalSigner: the certificate names who signed where the page does not.
func TestDigitalSigner(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		name, foot, signer, stamp, want string
	}{
		{"a person's certificate", "", "Hạ Văn Lam", "", "Hạ Văn Lam"},
		{"in capitals, with more", "", "HẠ VĂN LAM, Sở Nội vụ", "", "Hạ Văn Lam"},
		{"a body's seal", "", "Văn phòng Sở Nội vụ", "", ""},
		{"a stamp shows it", "", "", "Ký bởi: Hạ Văn Lam", "Hạ Văn Lam"},
		{"a clerk signed the copy", "", "Hạ Văn Lam", "Ký bởi: Bùi Thị Sen", ""},
		{"the page says who", "Bùi Thị Sen", "Hạ Văn Lam", "", "Bùi Thị Sen"},
	} {
		text := strings.Replace(headOf, "%s", "214/KH-SNV", 1) + "\n1. Kiểm tra.\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n" + test.foot
		p := page(ingest.SourceOCR, 0.9, text)
		if test.signer != "" {
			p.Signatures = []ingest.Signature{{Signer: test.signer}}
		}
		if test.stamp != "" {
			p.Annotations = page(ingest.SourceAnnotation, 1, test.stamp).Lines
		}
		f := x.Extract(ingest.Document{Pages: []ingest.Page{p}})
		if have := str(f.Signer.Name); have != test.want {
			t.Errorf("%s: %q, want %q", test.name, have, test.want)
		}
		if asked := strings.Contains(strings.Join(f.Review, "\n"), "signer.name:"); asked != (test.want == "") {
			t.Errorf("%s: review %q", test.name, f.Review)
		}
		checkEvidence(t, f)
	}
}

// TestTwoSigners: of two blocks the last is given and a person told.
func TestTwoSigners(t *testing.T) {
	f := newExtractor(t).Extract(document(strings.Replace(headOf, "%s", "214/KH-SNV", 1) +
		"\n1. Kiểm tra.\n\nKT. GIÁM ĐỐC SỞ Y TẾ\nPHÓ GIÁM ĐỐC\n\nHạ Văn Lam\n\nGIÁM ĐỐC\n\nBùi Thị Sen\n"))
	if have := str(f.Signer.Name); have != "Bùi Thị Sen" {
		t.Errorf("signer %q", have)
	}
	if !strings.Contains(strings.Join(f.Review, "\n"), "signer: two sign: PHÓ GIÁM ĐỐC, Hạ Văn Lam, and Bùi Thị Sen") {
		t.Errorf("review %q", f.Review)
	}
}

// TestAnnexBeforeSignature: text cut from elsewhere may have its annex first.
func TestAnnexBeforeSignature(t *testing.T) {
	x := newExtractor(t)
	body := strings.Replace(headOf, "%s", "214/KH-SNV", 1) + "\n1. Kiểm tra.\n\n"
	annex, foot := "PHỤ LỤC\nDANH SÁCH ĐƠN VỊ\n\n1. Phòng Một\n\n", "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nHạ Văn Lam\n\n"
	for name, text := range map[string]string{"annex last": body + foot + annex, "annex first": body + annex + foot} {
		if f := x.Extract(document(text)); str(f.Signer.Name) != "Hạ Văn Lam" || len(f.Recipients) != 1 {
			t.Errorf("%s: signer %q, recipients %q", name, str(f.Signer.Name), f.Recipients)
		}
	}
}
