package pipeline

import (
	"testing"

	"vanthu/extract"
	"vanthu/index"
)

func TestLevel(t *testing.T) {
	for issuer, want := range map[string]string{
		"Ủy ban nhân dân tỉnh Tây Ninh":                 index.LevelProvince,
		"Sở Y tế tỉnh Kiên Giang":                       index.LevelProvince,
		"Thành ủy Cần Thơ":                              index.LevelProvince,
		"Thành ủy Biên Hòa":                             index.LevelDistrict,
		"Huyện ủy Yên Thành":                            index.LevelDistrict,
		"Ủy ban nhân dân thị xã Hương Thủy":             index.LevelDistrict,
		"Phòng Tư pháp quận 7":                          index.LevelDistrict,
		"Ủy ban nhân dân xã Tân Hưng, huyện Lạng Giang": index.LevelCommune,
		"Hội đồng nhân dân phường Rạch Giá":             index.LevelCommune,
		"Văn phòng Ủy ban nhân dân tỉnh Quảng Ninh":     index.LevelProvince,
		"Bộ Y tế":                  index.LevelCentral,
		"Ban Chấp hành Trung ương": index.LevelCentral,
		"Hội Chữ thập đỏ":          "",
		"":                         "",
	} {
		if have := level(issuer); have != want {
			t.Errorf("%s: want %q, have %q", issuer, want, have)
		}
	}
}

func TestTargetFigure(t *testing.T) {
	for _, test := range []struct {
		value, text, want string
		year              int
	}{
		{"95%", "Trên 95% trẻ em dưới 1 tuổi được tiêm.", ">95%", 2021},
		{"80%", "Hộ dùng nước sạch từ 80 % trở lên vào năm 2025", ">=80%", 2025},
		{"5%", "Tỷ lệ hộ nghèo năm 2022 xuống dưới 5% đến năm 2024", "<5%", 2024},
		{"90%", "Phấn đấu đạt tối thiểu 90%", ">=90%", 2021},
		{"100%", "100% xã có trạm", "100%", 2021},
		{"7%", "không có ở đây", "7%", 2021},
	} {
		target := extract.Target{Value: test.value, Text: test.text}
		if have := targetFigure(target); have != test.want {
			t.Errorf("%s: want %s, have %s", test.text, test.want, have)
		}
		if have := targetYear(target, 2021); have != test.year {
			t.Errorf("%s: want %d, have %d", test.text, test.year, have)
		}
	}
}
