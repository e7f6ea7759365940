package gazetteer

import "testing"

func load(t *testing.T) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLoad(t *testing.T) {
	g := load(t)
	if have, want := len(g.provinces), 63+len(former); have != want {
		t.Errorf("provinces = %d, want %d", have, want)
	}
	today := map[string]bool{}
	for _, now := range g.now {
		today[g.ProvinceNow(now)] = true
	}
	if len(today) != 34 {
		t.Errorf("provinces today = %d, want 34", len(today))
	}
}

func TestProvinceNow(t *testing.T) {
	g := load(t)
	for old, want := range map[string]string{
		"Bình Phước": "Đồng Nai", "Thừa Thiên Huế": "Huế", "Bà Rịa - Vũng Tàu": "Hồ Chí Minh",
		"Hòa Bình": "Phú Thọ", "Tây Ninh": "Tây Ninh", "": "",
	} {
		if have := g.ProvinceNow(old); have != want {
			t.Errorf("ProvinceNow(%q) = %q, want %q", old, have, want)
		}
	}
}

func TestProvinceAt(t *testing.T) {
	g := load(t)
	for _, test := range []struct {
		text, want string
		end        int
	}{
		{"hai duong, ngay", "Hải Dương", 9},
		{"binh phudc giai doan", "Bình Phước", 10}, // a lost horn
		{"quang ngai", "Quảng Ngãi", 10},
		{"quang ninh", "Quảng Ninh", 10},
		{"quang vinh", "", 0},
		{"thua thien hue", "Thừa Thiên Huế", 14},
		{"hanh phuc", "", 0},
	} {
		name, end, ok := g.ProvinceAt(test.text)
		if ok != (test.want != "") || ok && (name != test.want || end != test.end) {
			t.Errorf("ProvinceAt(%q) = %q, %d, %v; want %q, %d", test.text, name, end, ok, test.want, test.end)
		}
	}
}

func TestUnits(t *testing.T) {
	g := load(t)
	units, end := g.UnitsAt("huyen quang dien ve viec")
	if len(units) != 1 || end != len("huyen quang dien") || units[0].Province().Short() != "Huế" {
		t.Errorf("UnitsAt(huyen quang dien) = %v, %d", units, end)
	}
	if units := g.Units("Quận 7"); len(units) != 1 || units[0].Short() != "7" || units[0].Province().Short() != "Hồ Chí Minh" {
		t.Errorf("Units(Quận 7) = %v", units)
	}
	parents := map[string]bool{} // folded, Quảng Vinh is also Quang Vinh and Quảng Vĩnh
	for _, u := range g.Units("xã quảng vinh") {
		parents[u.Parent.Name] = true
	}
	if !parents["Huyện Quảng Điền"] {
		t.Errorf("Units(xã quảng vinh) lie in %v", parents)
	}
}
