package extract

import (
	"slices"
	"strings"
)

// Levels of the bodies that issue documents.
const (
	LevelCentral  = "central"
	LevelProvince = "province"
	LevelDistrict = "district"
	LevelCommune  = "commune"
)

// centralCities have the rank of a province; other cities may have the name of
// their province.
var centralCities = []string{"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"}

// levelOf is the level of a body: that of the kind of place it stands in, and
// for those that have none that of its own kind. It may remain unknown, for
// schools, firms and societies.
func levelOf(a authority) string {
	name := strings.ReplaceAll(a.String(), "thị xã", "thị_xã")
	for _, commune := range []string{" xã ", " phường ", " thị trấn ", " đặc khu "} {
		if strings.Contains(name+" ", commune) { // xã …, huyện …
			return LevelCommune
		}
	}
	switch a.place.kind {
	case "huyện", "quận", "thị xã":
		return LevelDistrict
	case "tỉnh":
		return LevelProvince
	case "thành phố":
		if slices.Contains(centralCities, a.place.name) {
			return LevelProvince
		}
		return LevelDistrict
	}
	return levelOfName(a)
}

// levelNames are how names of bodies without a place begin, by level.
var levelNames = []struct {
	level string
	names []string
}{
	{LevelCentral, []string{"Bộ ", "Chính phủ", "Thủ tướng", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chủ tịch nước", "Ban Chấp hành Trung ương", "Ban Bí thư",
		"Văn phòng Chính phủ", "Văn phòng Trung ương", "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao", "Kiểm toán nhà nước", "Thanh tra Chính phủ",
		"Ngân hàng Nhà nước", "Ủy ban Dân tộc", "Bảo hiểm xã hội Việt Nam", "Tổng cục "}},
	{LevelProvince, []string{"Sở ", "Tỉnh ủy"}},
	{LevelDistrict, []string{"Huyện ủy", "Quận ủy", "Thị ủy", "Phòng "}},
	{LevelCommune, []string{"Đảng ủy xã", "Đảng ủy phường"}},
}

func levelOfName(a authority) string {
	if a.name == "Thành ủy" {
		if slices.Contains(centralCities, a.place.name) {
			return LevelProvince
		}
		return LevelDistrict
	}
	for _, l := range levelNames {
		for _, name := range l.names {
			if strings.HasPrefix(a.name+" ", name) || strings.Contains(a.name+" ", " - "+name) { // Tỉnh đoàn - Sở Nội vụ
				return l.level
			}
		}
	}
	return ""
}
