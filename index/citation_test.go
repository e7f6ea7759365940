package index

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// cited are documents of two provinces under one decision, each with a plan of
// the number 5.
func cited(t *testing.T) *Store {
	t.Helper()
	drowning := "Phòng chống đuối nước trẻ em, dạy bơi an toàn, cắm biển báo hồ sâu, giám sát bến đò ngang. "
	trees := "Trồng cây phân tán ven kênh, chăm sóc vườn ươm, giao cây giống cho hộ dân, nghiệm thu mật độ cây sống. "
	return build(t, []Entry{
		{ID: "a1", Number: "5/KH-UBND", Type: "KH", Province: "Bình Phước", ProvinceNow: "Đồng Nai", Cites: []string{"23/QĐ-TTg", "104/2016/NĐ-CP"}, Text: drowning},
		{ID: "a2", Number: "5/KH-UBND", Type: "KH", Province: "Hà Giang", ProvinceNow: "Tuyên Quang", Cites: []string{"23/QĐ-TTg", "9/KH-UBND"}, Text: drowning},
		{ID: "a3", Number: "17/BC-SYT", Type: "BC", Province: "Đồng Nai", ProvinceNow: "Đồng Nai", Cites: []string{"05/KH-UBND", "9/KH-UBND", "23/QĐ-TTG"}, Text: drowning + trees},
		{ID: "a4", Number: "104/2016/NĐ-CP", Type: "NĐ", Text: trees},
		{ID: "a5", Number: "6/KH-UBND", Type: "KH", Province: "Cà Mau", ProvinceNow: "Cà Mau", Text: trees},
	}...)
}

func TestCitedButMissing(t *testing.T) {
	missing, err := cited(t).Missing(t.Context(), 10)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, m := range missing {
		have = append(have, fmt.Sprintf("%s %s %d %v", m.Number, m.Province, m.Count, m.By))
	}
	want := []string{"23/QĐ-TTg  3 [a1 a2 a3]", "9/KH-UBND Tuyên Quang 1 [a2]", "9/KH-UBND Đồng Nai 1 [a3]"}
	if !slices.Equal(have, want) {
		t.Errorf("\nwant %q\nhave %q", want, have)
	}
}

func TestIsLocal(t *testing.T) {
	for number, want := range map[string]bool{
		"05/KH-UBND": true, "17/BC-SYT": true, "695/UBND-VX": true, "08-CTr/TU": true, "31/CTr-UBND": true, "512/TTr-SLĐTBXH": true, "26/2021/NQ-HĐND": true,
		"23/QĐ-TTg": false, "104/2016/NĐ-CP": false, "121/2020/QH14": false, "37-CT/TW": false, "43/2008/TTLT-BTC-BTTTT": false,
	} {
		if have := parseNumber(number).isLocal(); have != want {
			t.Errorf("%s: want %v", number, want)
		}
	}
}

func TestCites(t *testing.T) {
	s := cited(t)
	all, err := s.Cites(t.Context(), "a3")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, c := range all {
		have = append(have, fmt.Sprint(c.Number, c.Have))
	}
	// 5/KH-UBND of Bình Phước, which is Đồng Nai today; not that of Hà Giang.
	if want := "05/KH-UBND[a1] 23/QĐ-TTG[] 9/KH-UBND[]"; strings.Join(have, " ") != want {
		t.Errorf("want %s, have %s", want, have)
	}
	for id, want := range map[string][]string{"a1": {"a3"}, "a2": {}, "a4": {"a1"}, "a5": {}} {
		r, err := s.CitedBy(t.Context(), id, Query{})
		if err != nil {
			t.Fatal(err)
		}
		have := []string{}
		for _, h := range r.Hits {
			if have = append(have, h.ID); h.Why != WhyCitation {
				t.Errorf("%s: why %s", h.ID, h.Why)
			}
		}
		if !slices.Equal(have, want) {
			t.Errorf("cited by %s: want %v, have %v", id, want, have)
		}
	}
	if _, err := s.Cites(t.Context(), "nobody"); !errors.Is(err, ErrUnknown) {
		t.Errorf("want ErrUnknown, have %v", err)
	}
}

func TestCoverage(t *testing.T) {
	all, err := cited(t).Coverage(t.Context(), Query{Text: "type:KH cites:23/QĐ-TTg"})
	if err != nil {
		t.Fatal(err)
	}
	with, withNow := []string{}, []string{}
	for _, p := range all {
		if p.Count > 0 {
			with = append(with, p.Province)
		}
		if p.CountNow > 0 {
			withNow = append(withNow, p.Province+" in "+p.Now)
		}
	}
	if len(all) != 63 || fmt.Sprint(with) != "[Bình Phước Hà Giang]" {
		t.Errorf("%d provinces, with plans %v", len(all), with)
	}
	if have := fmt.Sprint(withNow); have != "[Bình Phước in Đồng Nai Đồng Nai in Đồng Nai Hà Giang in Tuyên Quang Tuyên Quang in Tuyên Quang]" {
		t.Errorf("today: %s", have)
	}
}

func TestSimilar(t *testing.T) {
	s := cited(t)
	for id, want := range map[string]string{"a1": "a2 a3", "a5": "a4 a3"} {
		r, err := s.Similar(t.Context(), id, 10)
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, h := range r.Hits {
			if have = append(have, h.ID); !strings.HasPrefix(h.Why, WhySimilar+" «") {
				t.Errorf("%s: why %s", h.ID, h.Why)
			}
		}
		if strings.Join(have, " ") != want {
			t.Errorf("like %s: want %s, have %s", id, want, have)
		}
	}
	if _, err := s.Similar(t.Context(), "nobody", 10); !errors.Is(err, ErrUnknown) {
		t.Errorf("want ErrUnknown, have %v", err)
	}
}

// The tables of provinces agree: 63 then, 34 today, each in one region.
func TestProvinces(t *testing.T) {
	now, names := map[string]bool{}, map[string]bool{}
	for _, p := range provinces {
		names[p.name], now[p.now] = true, true
	}
	if len(provinces) != 63 || len(names) != 63 || len(now) != 34 {
		t.Errorf("%d provinces of %d names, %d today", len(provinces), len(names), len(now))
	}
	if !inRegion("Huế", "miền Trung") || !inRegion("tỉnh Long An", "miền Nam") || inRegion("Long An", "miền Bắc") || inRegion("", "miền Nam") {
		t.Error("regions")
	}
	for name, want := range map[string]string{"tp. hồ chí minh": "Hồ Chí Minh", "HUE": "Huế", "thua thien hue": "Thừa Thiên Huế", "Tây Ninnh": `? "Tây Ninh"`, "Paris": "? "} {
		found, suggested := provinceNamed(name)
		if found == "" {
			found = "? " + suggested
		}
		if found != want {
			t.Errorf("%s: want %s, have %s", name, want, found)
		}
	}
}

func TestPassageOfACitation(t *testing.T) {
	long := strings.Repeat("Các xã, phường rà soát kênh mương trước mùa mưa. ", 20)
	s := build(t, Entry{ID: "a", Cites: []string{"23/QĐ-TTg"}, Text: long + "Căn cứ Quyết định số 23/QĐ-TTg về nước sạch."})
	for _, q := range []Query{{Cites: "23/QĐ-TTg"}, {Text: "cites:23/QĐ-TTg"}, {Text: "23/qđ ttg"}} {
		r, err := s.Search(t.Context(), q)
		if err != nil || len(r.Hits) != 1 {
			t.Fatal(r, err)
		}
		if h := r.Hits[0]; h.Why != WhyCitation || !strings.Contains(h.Snippet, "Quyết định số «23/QĐ-TTg» về nước sạch") {
			t.Errorf("%+v: %s, %s", q, h.Why, h.Snippet)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]string{
		"23/QĐ-TTg": "23/qdttg", "O5/KH UBND": "5/khubnd", "kế hoạch số 5": "5/kh", "104/2016/nđ cp": "104/2016/ndcp", "0§-CTr/TU": "8/ctrtu",
		"*/KH-UBND": "", "3f2a9c": "", "trẻ em": "", "số 5 trẻ em": "", "cites:5/KH-UBND": "", "-5/KH-UBND": "", "5/KH-UBND OR 6/KH-UBND": "", "": "",
	} {
		number, ok := Number(text)
		if number != want || ok != (want != "") {
			t.Errorf("%q: want %q, have %q, %v", text, want, number, ok)
		}
		if ok && parseNumber(number).term() != want {
			t.Errorf("%q: %q is not read back", text, number)
		}
	}
}
