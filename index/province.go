package index

import (
	"slices"
	"strings"
)

// The 63 provinces until 30 June 2025 by region, those that then went into
// another, and so the 34 of today. Names are compared folded, without the words
// tỉnh, thành phố and TP before them.

// regions are the six socio-economic regions, by the provinces of before 2025.
var regions = map[string]string{
	"Trung du và miền núi Bắc Bộ": "Hà Giang, Cao Bằng, Bắc Kạn, Tuyên Quang, Lào Cai, Điện Biên, Lai Châu, Sơn La, Yên Bái, Hòa Bình, " +
		"Thái Nguyên, Lạng Sơn, Bắc Giang, Phú Thọ",
	"Đồng bằng sông Hồng": "Hà Nội, Vĩnh Phúc, Bắc Ninh, Quảng Ninh, Hải Dương, Hải Phòng, Hưng Yên, Thái Bình, Hà Nam, Nam Định, Ninh Bình",
	"Bắc Trung Bộ và duyên hải miền Trung": "Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế, Đà Nẵng, Quảng Nam, " +
		"Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa, Ninh Thuận, Bình Thuận",
	"Tây Nguyên":              "Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng",
	"Đông Nam Bộ":             "Bình Phước, Tây Ninh, Bình Dương, Đồng Nai, Bà Rịa - Vũng Tàu, Hồ Chí Minh",
	"Đồng bằng sông Cửu Long": "Long An, Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, An Giang, Kiên Giang, Cần Thơ, Hậu Giang, Sóc Trăng, Bạc Liêu, Cà Mau",
}

// regionNames are what regions and the three parts of the country are called.
var regionNames = map[string][]string{
	"Trung du và miền núi Bắc Bộ":          {"trung du", "miền núi phía Bắc"},
	"Đồng bằng sông Hồng":                  {"đbsh"},
	"Bắc Trung Bộ và duyên hải miền Trung": {"duyên hải miền Trung"},
	"Tây Nguyên":              nil,
	"Đông Nam Bộ":             nil,
	"Đồng bằng sông Cửu Long": {"đbscl", "miền Tây"},
	"miền Bắc":                {"bắc", "north"},
	"miền Trung":              {"trung", "central"},
	"miền Nam":                {"nam", "south"},
}

// countryParts are the three parts of the country, by regions.
var countryParts = map[string][]string{
	"miền Bắc":   {"Trung du và miền núi Bắc Bộ", "Đồng bằng sông Hồng"},
	"miền Trung": {"Bắc Trung Bộ và duyên hải miền Trung", "Tây Nguyên"},
	"miền Nam":   {"Đông Nam Bộ", "Đồng bằng sông Cửu Long"},
}

// merged are today's provinces that others went into on 1 July 2025; Huế is
// Thừa Thiên Huế under its new name.
var merged = map[string]string{
	"Tuyên Quang": "Hà Giang", "Lào Cai": "Yên Bái", "Thái Nguyên": "Bắc Kạn", "Phú Thọ": "Vĩnh Phúc, Hòa Bình",
	"Bắc Ninh": "Bắc Giang", "Hưng Yên": "Thái Bình", "Hải Phòng": "Hải Dương", "Ninh Bình": "Hà Nam, Nam Định",
	"Quảng Trị": "Quảng Bình", "Huế": "Thừa Thiên Huế", "Đà Nẵng": "Quảng Nam", "Quảng Ngãi": "Kon Tum", "Gia Lai": "Bình Định",
	"Khánh Hòa": "Ninh Thuận", "Lâm Đồng": "Đắk Nông, Bình Thuận", "Đắk Lắk": "Phú Yên", "Hồ Chí Minh": "Bình Dương, Bà Rịa - Vũng Tàu",
	"Đồng Nai": "Bình Phước", "Tây Ninh": "Long An", "Cần Thơ": "Sóc Trăng, Hậu Giang", "Vĩnh Long": "Bến Tre, Trà Vinh",
	"Đồng Tháp": "Tiền Giang", "Cà Mau": "Bạc Liêu", "An Giang": "Kiên Giang",
}

// province is one of before 2025 with its name of today.
type province struct{ name, now, region string }

// provinces are all 63, in alphabetical order of Vietnamese.
var provinces = func() []province {
	now := map[string]string{}
	for to, all := range merged {
		for from := range strings.SplitSeq(all, ", ") {
			now[from] = to
		}
	}
	var out []province
	for region, names := range regions {
		for name := range strings.SplitSeq(names, ", ") {
			p := province{name: name, now: name, region: region}
			if to, gone := now[name]; gone {
				p.now = to
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b province) int { return strings.Compare(fold(a.name), fold(b.name)) })
	return out
}()

// provinceKey is a province's name for comparison.
func provinceKey(name string) string {
	key := fold(name)
	for _, lead := range []string{"tinh ", "thanh pho ", "tp "} {
		key = strings.TrimPrefix(key, lead)
	}
	return key
}

// nicknames are what people type for some provinces.
var nicknames = map[string]string{
	"hcm": "Hồ Chí Minh", "saigon": "Hồ Chí Minh", "hn": "Hà Nội", "brvt": "Bà Rịa - Vũng Tàu", "vungtau": "Bà Rịa - Vũng Tàu", "tthue": "Thừa Thiên Huế",
}

// provinceNamed is a province of then or today, or which was probably meant.
func provinceNamed(name string) (found, suggested string) {
	key := provinceKey(name)
	short := strings.TrimPrefix(glued(name), "tp")
	if known, ok := nicknames[short]; ok {
		return known, ""
	}
	best, least := "", 3
	for _, p := range provinces {
		for _, known := range []string{p.name, p.now} {
			k := fold(known)
			d := distance(key, k)
			if d == 0 || glued(known) == short {
				return known, ""
			}
			if strings.HasPrefix(k, key+" ") && key != "" {
				d = 1
			}
			if d < least {
				best, least = known, d
			}
		}
	}
	if best == "" {
		return "", ""
	}
	return "", quotedIfNeeded(best)
}

// inRegion reports whether a province lies in a region or part of the country.
func inRegion(name, region string) bool {
	key := provinceKey(name)
	return key != "" && slices.ContainsFunc(provinces, func(p province) bool {
		if fold(p.name) != key && !(p.now == "Huế" && key == "hue") {
			return false
		}
		return p.region == region || slices.Contains(countryParts[region], p.region)
	})
}

// distance is the number of letters to change, add, leave out or swap to make
// one word of another.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := [3][]int{make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := range x {
		rows[2][0] = i + 1
		for j := range y {
			d := min(rows[1][j+1]+1, rows[2][j]+1)
			if x[i] == y[j] {
				d = min(d, rows[1][j])
			} else {
				d = min(d, rows[1][j]+1)
			}
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				d = min(d, rows[0][j-1]+1)
			}
			rows[2][j+1] = d
		}
		rows[0], rows[1], rows[2] = rows[1], rows[2], rows[0]
	}
	return rows[1][len(y)]
}
