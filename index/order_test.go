package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestSorts(t *testing.T) {
	var docs []Entry
	for i, e := range []Entry{
		{Number: "10/KH-UBND", Title: "Đặt tên đường", Issuer: "Xã Ân Hòa", Province: "Đắk Lắk", Issued: "2021-05-01"},
		{Number: "9/KH-UBND", Title: "An toàn đập", Issuer: "Xã An Hòa", Province: "Cà Mau", Issued: "2022-05-01"},
		{Number: "010/BC-UBND", Title: "Dạy nghề", Issuer: "Xã Ăn Hòa", Province: "Đà Nẵng", Issued: "2020-05-01"},
		{Number: "", Title: "", Issuer: "", Province: "", Issued: ""},
		{Number: "9a/KH-UBND", Title: "Ăn chín uống sôi", Issuer: "Xã Ba", Province: "Bến Tre", Issued: "2019-05-01"},
		{Number: "121/2020/QH14", Title: "an sinh", Issuer: "Xã Bà", Province: "Bạc Liêu", Issued: "2018-05-01"},
	} {
		e.ID = fmt.Sprintf("d%d", i)
		e.Text = "chung"
		docs = append(docs, e)
	}
	s := build(t, docs...)
	for sort, want := range map[string]string{
		SortNumber:   "d1 d4 d2 d0 d5 d3", // 9 9a 010/BC 10/KH 121, none
		SortTitle:    "d5 d1 d4 d2 d0 d3", // an sinh, An toàn, Ăn, Dạy, Đặt, none
		SortIssuer:   "d1 d2 d0 d4 d5 d3", // An, Ăn, Ân, Ba, Bà, none
		SortProvince: "d5 d4 d1 d2 d0 d3", // Bạc, Bến, Cà, Đà, Đắk, none
		SortDate:     "d3 d5 d4 d2 d0 d1",
		SortNewest:   "d1 d0 d2 d4 d5 d3",
	} {
		var ids []string
		for _, hit := range ask(t, s, Query{Text: "chung", Sort: sort}) {
			ids = append(ids, strings.Fields(hit)[0])
		}
		if have := strings.Join(ids, " "); have != want {
			t.Errorf("%s: want %s, have %s", sort, want, have)
		}
	}
}

func TestFacets(t *testing.T) {
	s := build(t, plans...)
	r, err := s.Search(t.Context(), Query{Text: "kế", Facets: true, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if have := fmt.Sprint(r.Facets["province_now"]); have != "[{Đồng Nai 2} {An Giang 1} {Huế 1} {Tây Ninh 1}]" {
		t.Errorf("province_now: %s", have)
	}
	if have := fmt.Sprint(r.Facets["province"], r.Facets["type"], r.Facets["level"], r.Facets["state"], r.Facets["cites"], r.Facets["year"]); have !=
		"[{Bình Phước 1} {Kiên Giang 1} {Thừa Thiên Huế 1} {Tây Ninh 1} {Đồng Nai 1}] [{KH 3} {CTr 1} {CV 1}] "+
			"[{district 1} {province 1}] [{review 1}] [{23/QĐ-TTg 1}] [{2021 2} {2019 1} {2022 1} {2023 1}]" {
		t.Errorf("facets: %s", have)
	}
	var names []string
	for name := range r.Facets {
		names = append(names, name)
	}
	if slices.Sort(names); len(names) != len(FacetNames) {
		t.Errorf("facets are %q, names %q", names, FacetNames)
	}
}
