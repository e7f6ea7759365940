package extract

import (
	"strings"
	"testing"
)

// TestCitedBy: who issued what is cited, and about what.
func TestCitedBy(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Theo Thông tư số 12/2019/TT-BTC ngày 05/3/2019 của Bộ trưởng Bộ Tài chính quy định phí.", "Bộ trưởng Bộ Tài chính|quy định phí"},
		{"Theo Thông tư số 12/2019/TT-BGDĐT ngày 05/3/2019 của Bộ trưởng Bộ Giáo dục và Đào tạo về phí.", "Bộ trưởng Bộ Giáo dục và Đào tạo|phí"},
		{"Theo Kế hoạch số 1122 KH/TWĐTN-BTG ngày 05/3/2019 của Ban Bí thư Trung ương Đoàn về sách.", "Ban Bí thư Trung ương Đoàn|sách"},
		{"Theo Chỉ thị số 12-CT/TW ngày 05/3/2019 của Ban Bí thư Trung ương Đảng về sách.", "Ban Bí thư Trung ương Đảng|sách"},
		{"Theo Nghị định số 12/2019/NĐ-CP ngày 05/3/2019.", "Chính phủ|"},
		{"Theo Quyết định số 12/QĐ-UBND ngày 05/3/2019.", "|"}, // of many
		{"Theo Thông tư số 12/2019/TT-BYT ngày 05/3/2019 sửa đổi, bổ sung theo mẫu tại Nghị định số 13/2019/NĐ-CP.", "Bộ Y tế|sửa đổi, bổ sung theo mẫu"},
		{"Theo Nghị định số 12/2019/NĐ-CP (sửa đổi, bổ sung theo Nghị định số 13/2019/NĐ-CP).", "Chính phủ|"},
	} {
		c := x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + test.in)).Citations[0]
		if got := str(c.Issuer) + "|" + str(c.Subject); got != test.want {
			t.Errorf("%q gives %q, want %q", test.in, got, test.want)
		}
	}
}

func TestCitations(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Theo Công văn số 214/SNV-CCVC ngày 05/3/2019 của Sở Nội vụ.", "214/SNV-CCVC@2019-03-05"},
		{"Theo Công văn số 214/UBND- VX ngày 05/3/2019.", "214/UBND-VX@2019-03-05"},
		{"Căn cứ Quyết định số 1 372/QĐ-UBND ngày 14/11/2018.", "1372/QĐ-UBND@2018-11-14"},
		{"Có 12 372/QĐ-UBND trong danh sách.", "372/QĐ-UBND@"}, // nothing calls 12 a number's part
		{"Ngày 05/3/2019 Sở Nội vụ có Công văn số 214/SNV-CCVC về công vụ.", "214/SNV-CCVC@2019-03-05"},
		{"Căn cứ Nghị quyết số 4 7/2022NQ-HĐND ngày 09 tháng 12 năm.2022.", "47/2022/NQ-HĐND@2022-12-09"},
		{"Căn cứ Quyết định số -317/QĐ-UBND ngày 14/11/2018.", "317/QĐ-UBND@2018-11-14"},
		{"Theo Chỉ thị số 12/CT- -FTEg ngày 05/3/2019.", "12/CT-TTg@2019-03-05"},
		{"Căn cứ Bản án số 12/2025/HNGĐ-ST ngày 05/3/2025 và QCVN số 12/2025/BXD.", "12/2025/HNGĐ-ST@2025-03-05"},
		{"Theo số 3|7/KH-UBND ngày 05/3/2019.", ""}, // a stroke may be a figure
		{"Theo Kế hoạch số 7/KH-UBND ngày 2 5/1 1/2019.", "7/KH-UBND@2019-11-25"},
		{"Báo cáo theo Biểu số 01/TKBC và Mẫu số: 05/ĐKTB.", ""}, // forms
		// letters for figures
		{"Căn cứ Quyết định số 1O5/QĐ-UBND ngày 12/02/2020.", "105/QĐ-UBND@2020-02-12"},
		{"Theo Chỉ thị số 0§-CT/TW ngày 15/5/2016.", "05-CT/TW@2016-05-15"},
		{"Theo Hướng dẫn số 02-HD/TW ngày 15/5/2016.", "02-HD/TW@2016-05-15"},
		{"Theo mẫu 1O5/QĐ-UBND.", ""}, // nothing calls it a number
		// a piece of the symbol is not read
		{"Theo Công văn số 214/UBND- ' : VX ngày 05/3/2019.", ""},
		{"Theo Công văn số 214/KH-GW VI ngày 05/3/2019.", ""},
		{"Theo Công văn số 214/UBND- về công vụ.", "214/UBND@"},
		// the date is another matter's
		{"Ngày 05/3/2019 họp bàn theo Công văn số 214/SNV-CCVC.", "214/SNV-CCVC@"},
		{"Ngày 05/3/2019 Sở có họp theo Công văn số 214/SNV-CCVC và số 215/SNV-CCVC.", "214/SNV-CCVC@ 215/SNV-CCVC@"},
		{"Ngày 05/3/2019 Sở có họp theo Công văn số 214/SNV-CCVC.", "214/SNV-CCVC@"},
	} {
		var have []string
		for _, c := range x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + test.in)).Citations {
			have = append(have, c.Number+"@"+str(c.Issued))
		}
		if got := strings.Join(have, " "); got != test.want {
			t.Errorf("%q gives %q, want %q", test.in, got, test.want)
		}
	}
}
