package extract

import "testing"

func TestLevel(t *testing.T) {
	x := newExtractor(t)
	for issuer, want := range map[string]string{
		"Ủy ban nhân dân tỉnh Tây Ninh":        LevelProvince,
		"Ủy ban nhân dân thành phố Cần Thơ":    LevelProvince,
		"Ủy ban nhân dân thành phố Quảng Ngãi": LevelDistrict,
		"Sở Y tế":                                       LevelProvince,
		"Thành ủy Cần Thơ":                              LevelProvince,
		"Thành ủy Biên Hòa":                             LevelDistrict,
		"Huyện ủy Yên Thành":                            LevelDistrict,
		"Ủy ban nhân dân thị xã Hương Thủy":             LevelDistrict,
		"Phòng Tư pháp quận 7":                          LevelDistrict,
		"Hội đồng nhân dân phường Rạch Giá":             LevelCommune,
		"Ủy ban nhân dân xã Tân Hưng, huyện Lạng Giang": LevelCommune,
		"Văn phòng Ủy ban nhân dân tỉnh Quảng Ninh":     LevelProvince,
		"Ban Chấp hành Trung ương":                      LevelCentral,
		"Hội Chữ thập đỏ":                               "",
		"Bộ Y tế":                                       LevelCentral,
		"Thủ tướng Chính phủ":                           LevelCentral,
		"Trường Đại học Hồng Hà":                        "",
	} {
		a, _ := x.directory.parse(issuer)
		if have := levelOf(a); have != want {
			t.Errorf("%s: want %q, have %q (%+v)", issuer, want, have, a)
		}
	}
}
