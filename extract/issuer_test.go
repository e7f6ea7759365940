package extract

import (
	"strings"
	"testing"

	"vanthu/ingest"
)

// TestIssuer gives the lines above the number.
func TestIssuer(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ lines, parent, issuer string }{
		{"UBND TỈNH SƠN LA|SỞ NỘI VỤ", "Ủy ban nhân dân tỉnh Sơn La", "Sở Nội vụ tỉnh Sơn La"},
		{"UBND HUYỆN HỚN QUẢN|ỦY BAN NHÂN DÂN|XÃ TÂN HƯNG", "Ủy ban nhân dân huyện Hớn Quản", "Ủy ban nhân dân xã Tân Hưng"},
		{"ỦY BAN NHÂN DÂN|TỈNH SƠN LA|VĂN PHÒNG", "Ủy ban nhân dân tỉnh Sơn La", "Văn phòng Ủy ban nhân dân tỉnh Sơn La"},
		{"UBND THỊ XÃ SƠN TÂY|TRƯỜNG THCS HOA MAI", "Ủy ban nhân dân thị xã Sơn Tây", "Trường THCS Hoa Mai"},
		{"TỈNH SƠN LA|BAN CHỈ ĐẠO|PHÒNG, CHỐNG DỊCH", "", "Ban Chỉ đạo phòng, chống dịch tỉnh Sơn La"},
		{"THÀNH ỦY SƠN LA|BAN TỔ CHỨC", "Thành ủy Sơn La", "Ban Tổ chức Thành ủy Sơn La"},
		{"BỘ NÔNG NGHIỆP VÀ PTNT|CỤC THÚ Y", "Bộ Nông nghiệp và Phát triển nông thôn", "Cục Thú y"},
		{"BAN CHỈ ĐẠO PHONG TRÀO XÂY DỰNG ĐỜl SỐNG VĂN HÓA TỈNH SƠN LA", "", "Ban Chỉ đạo phong trào xây dựng đời sống văn hóa tỉnh Sơn La"},
		{"TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC|CÔNG TY ĐIỆN LỰC SƠN LA", "Tổng công ty Điện lực miền Bắc", "Công ty Điện lực Sơn La"},
		{"PHÒNG GD&ĐT HUYỆN MAI SƠN|TRƯỜNG TIỂU HỌC HOA BAN", "Phòng Giáo dục và Đào tạo huyện Mai Sơn", "Trường Tiểu học Hoa Ban"},
		{"ĐẢNG BỘ TỈNH NGHỆ AN|HUYỆN ỦY YÊN THANH", "Đảng bộ tỉnh Nghệ An", "Huyện ủy Yên Thành"},
	} {
		head := strings.Replace(damagedHead, "L|UBND TỈNH SƠN LA\nL|SỞ NỘI VỤ", "L|"+strings.ReplaceAll(test.lines, "|", "\nL|"), 1)
		f := x.Extract(ingest.Document{Pages: []ingest.Page{scanned(head)}})
		if str(f.IssuerParent) != test.parent || str(f.Issuer) != test.issuer {
			t.Errorf("%s gives %q under %q, want %q under %q", test.lines, str(f.Issuer), str(f.IssuerParent), test.issuer, test.parent)
		}
	}
}

// TestTypedColumns: plain text may set the left column above the motto.
func TestTypedColumns(t *testing.T) {
	f := newExtractor(t).Extract(document("UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 214/TB-SNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" +
		"Độc lập - Tự do - Hạnh phúc\nSơn La, ngày 05 tháng 3 năm 2019\n\nTHÔNG BÁO\nLịch tiếp công dân\n\nSở Nội vụ thông báo như sau."))
	if str(f.Issuer) != "Sở Nội vụ tỉnh Sơn La" || str(f.IssuerParent) == "" {
		t.Errorf("issuer %q under %q", str(f.Issuer), str(f.IssuerParent))
	}
}

// TestYear tells which year of a subject counts.
func TestYear(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct {
		title string
		want  int
	}{
		{"Kiểm tra công vụ năm 2018", 2018},
		{"Kết quả công tác 6 tháng đầu năm 2018", 2018},
		{"Giáo dục thể chất năm học 2017 - 2018", 2017},
		{"Kiểm tra giai đoạn 2016 - 2020", 2016},
		{"Sơ kết cuộc họp ngày 05 tháng 9 năm 2018", 2019}, // a date; so the year of issue
	} {
		f := x.Extract(ingest.Document{Pages: []ingest.Page{scanned(strings.Replace(damagedHead, "Kiểm tra công vụ", test.title, 1))}})
		if f.Year == nil || *f.Year != test.want {
			t.Errorf("%s: year %v, want %d", test.title, f.Year, test.want)
		}
	}
}
