package extract

import "testing"

func TestAuthority(t *testing.T) {
	d := newExtractor(t).directory
	for _, test := range []struct{ in, want, province string }{
		// as printed in a head
		{"ỦY BAN NHÂN DÂN TỈNH TÂY NINH", "Ủy ban nhân dân tỉnh Tây Ninh", "Tây Ninh"},
		{"UBND THÀNH PHỐ HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng", "Hải Phòng"},
		{"UBND HUYỆN QUẢNG ĐIỀN", "Ủy ban nhân dân huyện Quảng Điền", "Huế"},
		{"UBND QUẬN 7", "Ủy ban nhân dân Quận 7", "Hồ Chí Minh"},
		{"SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội", ""},
		{"TỈNH ỦY HÀ GIANG", "Tỉnh ủy Hà Giang", "Hà Giang"},
		{"TRƯỜNG THCS HOA MAI", "Trường THCS Hoa Mai", ""},
		{"BAN QUẢN LÝ CÁC KCN", "Ban Quản lý các khu công nghiệp", ""},
		// abbreviated, in running text
		{"Sở GD&ĐT", "Sở Giáo dục và Đào tạo", ""},
		{"Bộ LĐTBXH", "Bộ Lao động - Thương binh và Xã hội", ""},
		{"HĐND tỉnh Bắc Kạn", "Hội đồng nhân dân tỉnh Bắc Kạn", "Bắc Kạn"},
		// damaged
		{"So Gido duc va Pao tao", "Sở Giáo dục và Đào tạo", ""},
		{"Thu tuéng Chinh phu", "Thủ tướng Chính phủ", ""},
		{"UBND tinh Binh Phudc", "Ủy ban nhân dân tỉnh Bình Phước", "Bình Phước"},
		// a body only waiting for its place
		{"Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", ""},
		// no body
		{"trẻ em", "", ""},
	} {
		a, ok := d.parse(test.in)
		if ok != (test.want != "") || a.String() != test.want || a.place.province != test.province {
			t.Errorf("parse(%q) = %q in %q, %v; want %q in %q", test.in, a, a.place.province, ok, test.want, test.province)
		}
	}
}
