package pipeline

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/index"
)

// levels are what the name of an issuer has in it, by its level, the lowest
// first: a school of a commune of a province is the commune's.
var levels = []struct {
	level string
	words []string
}{
	{index.LevelCommune, []string{" xa ", " phuong ", " thi tran ", " dac khu ", "dang uy xa", "dang uy phuong"}},
	{index.LevelDistrict, []string{" huyen ", " quan ", " thixa ", " huyen uy ", " quan uy ", " thi uy ", " thanh uy ", " phong "}},
	{index.LevelProvince, []string{" tinh ", " thanh pho ", " so ", " tinh uy "}},
	{index.LevelCentral, []string{" bo ", " chinh phu ", " quoc hoi ", " trung uong ", " thu tuong ", " nha nuoc ", " tong cuc ", " toan quoc ", " toi cao "}},
}

// centralCities have a Thành ủy of a province's rank.
var centralCities = []string{"ha noi", "ho chi minh", "da nang", "hai phong", "can tho", "hue"}

// notWhatTheySeem: a thị xã is no xã, quân đội and quân khu are no quận, a văn
// phòng is no phòng.
var notWhatTheySeem = strings.NewReplacer(" thi xa ", " thixa ", " quan doi ", " quandoi ", " quan khu ", " quankhu ", " van phong ", " vanphong ")

// level of the body of this name, or "" if the name does not tell.
func level(issuer string) string {
	name := " " + fold.String(issuer) + " "
	name = notWhatTheySeem.Replace(name)
	for _, l := range levels {
		for _, w := range l.words {
			if !strings.Contains(name, w) {
				continue
			}
			if w == " thanh uy " && isCentralCity(name) {
				return index.LevelProvince
			}
			return l.level
		}
	}
	return ""
}

func isCentralCity(name string) bool {
	for _, city := range centralCities {
		if strings.Contains(name, " "+city+" ") {
			return true
		}
	}
	return false
}
