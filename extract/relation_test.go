package extract

import (
	"strings"
	"testing"
)

func TestRelation(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;", "basis"},
		{"Căn cứ Luật Đất đai số 31/2024/QH15 và Luật Nhà ở số 27/2023/QH15;", "basis basis"},
		{"Thực hiện Kế hoạch số 12/KH-BYT ngày 05/3/2019 của Bộ Y tế, Sở Y tế báo cáo như sau.", "implements"},
		{"Thực hiện Kế hoạch số 12/KH-BYT ngày 05/3/2019 của Bộ Y tế triển khai Chỉ thị số 13/CT-TTg ngày 01/3/2019.", "implements refers"},
		{"Quyết định này thay thế Quyết định số 5/QĐ-UBND ngày 05/3/2019 và Quyết định số 6/QĐ-UBND ngày 06/3/2019.", "replaces replaces"},
		{"Sửa đổi, bổ sung Điều 3 của Quyết định số 7/QĐ-UBND ngày 05/3/2019 như sau:", "amends"},
		{"Các mức chi (được sửa đổi bởi Nghị quyết số 8/NQ-HĐND ngày 05/3/2019) giữ nguyên.", "refers"},
		{"Bộ Y tế đã có Công văn số 214/BYT-DP ngày 05/3/2019.", "refers"},
		{"Căn cứ Quyết định số 5/QĐ-UBND ngày 05/3/2019;\n\nQuyết định này thay thế Quyết định số 5/QĐ-UBND.", "replaces"},
	} {
		var have []string
		for _, c := range x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + test.in)).Citations {
			have = append(have, c.Relation)
		}
		if got := strings.Join(have, " "); got != test.want {
			t.Errorf("%q gives %q, want %q", test.in, got, test.want)
		}
	}
}

// TestHouseCode: a code that no list holds is put right by the document's own.
func TestHouseCode(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ own, cited, want string }{
		{"11/SYT-GAVI", "04/KH-GA VI ngày 05/3/2019", "04/KH-GAVI"},
		{"31/TB-ĐHHG", "20/KH-DDHHG ngày 05/3/2019", "20/KH-ĐHHG"},
		{"31/TB-ĐHHG", "20/KH-ĐHG ngày 05/3/2019", "20/KH-ĐHG"},
		{"31/TB-ĐHHG", "20/KH-UBND ngày 05/3/2019", "20/KH-UBND"},
		{"31/TB-ĐHHG", "20/HĐĐND-KTNS ngày 05/3/2019", "20/HĐND-KTNS"},
		{"31/TB-ĐHHG", "04/KH-GA VI ngày 05/3/2019", ""}, // nobody knows GAVI here
	} {
		text := strings.Replace(headOf, "%s", test.own, 1) + "\nTheo Văn bản số " + test.cited + " về việc thử.\n"
		have := ""
		for _, c := range x.Extract(document(text)).Citations {
			have += c.Number
		}
		if have != test.want {
			t.Errorf("%s in %s gives %q, want %q", test.cited, test.own, have, test.want)
		}
	}
}
