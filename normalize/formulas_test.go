package normalize

import (
	"strings"
	"testing"
)

func TestRepairFormulas(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"CQNG HoAxA H()I CHiJ NGHiA vrer NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{"CỘNG Hẻm. XÃ HỘI CHỦ NGHĨA VỚI ,T NẰM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{"CỌNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAXi", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, // the page's spelling
		{", ỦY BAN MAN DÂN TỈNH HẬU GIANG", ", ỦY BAN NHÂN DÂN TỈNH HẬU GIANG"},
		{"HỘI ĐỎNG NHẦN DÂN XÃ TÂN HÒA", "HỘI ĐỒNG NHÂN DÂN XÃ TÂN HÒA"},
		{"ĐẢNG CÔNG SẢN VIỆT NAM.", "ĐẢNG CỘNG SẢN VIỆT NAM."},
		{"Độc lầp – Tự do – Hạnh Phúc", "Độc lập – Tự do – Hạnh Phúc"}, // its dashes and capitals
		{"S6: 12 /KH-UBND", "Số: 12 /KH-UBND"},
		{"5ố; 7/QĐ-SYT", "Số: 7/QĐ-SYT"},

		// Not set phrases, or none that is spoiled so little.
		{"HỘI NÔNG DÂN XÃ TÂN HÒA", "HỘI NÔNG DÂN XÃ TÂN HÒA"},
		{"ỦY BAN DÂN TỘC", "ỦY BAN DÂN TỘC"},
		{"HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"},
		{"Đảng cộng sàn Việt Nam lãnh đạo", "Đảng cộng sàn Việt Nam lãnh đạo"}, // a sentence
		{"ĐẢNG BỘ TỈNH", "ĐẢNG BỘ TỈNH"},
		{"S6 12/KH-UBND giao cho các sở, ngành", "S6 12/KH-UBND giao cho các sở, ngành"}, // amid a sentence
		{"S6 hộp 12", "S6 hộp 12"},
	} {
		page := words(c.line)
		for i := range page[0] {
			page[0][i].reset()
		}
		repairFormulas(page)
		if got := strings.Join(strings.Fields(text(page)), " "); got != c.want {
			t.Errorf("%s\n  got %s\n want %s", c.line, got, c.want)
		}
	}
}

// What was read in other capitals stays so, what we made of it does not.
func TestRepairFormulasKeepsCapitals(t *testing.T) {
	page := words("DOc lap - TỰ do - Hạnh Phúc")
	for i := range page[0] {
		page[0][i].reset()
	}
	page[0][3].becomes("TỰ", 0.9)
	if repairFormulas(page); text(page) != "Độc lập - Tự do - Hạnh Phúc" {
		t.Errorf("got %q", text(page))
	}
}
