package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/extract/rules"
)

func TestSymbols(t *testing.T) {
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	g := newGrammar(set)
	for _, test := range []struct {
		in   string
		want []string
	}{
		// as the regulation has it
		{"Số: 1979/KH-UBND", []string{"1979/KH-UBND"}},
		{"số 26/2021/NQ-HĐND ngày 07/12/2021", []string{"26/2021/NQ-HĐND"}},
		{"Luật số 121/2020/QH14", []string{"121/2020/QH14"}},
		{"số 43/2008/TTLT-BTC-BTTTT ngày", []string{"43/2008/TTLT-BTC-BTTTT"}},
		{"Công văn số 2275/SYT-NVY", []string{"2275/SYT-NVY"}},
		{"số 1135/ĐHTĐ", []string{"1135/ĐHTĐ"}},
		{"Chỉ thị số 28-CT/TW và 08-CTr/TU", []string{"28-CT/TW", "08-CTr/TU"}},
		{"số 05a/KH-UBND", []string{"05a/KH-UBND"}},
		{"04/QĐ-BCĐ138", []string{"04/QĐ-BCĐ138"}},
		{"số 214/SGDĐT-GDPT và số 215/SGDĐT-GDTrH", []string{"214/SGDĐT-GDPT", "215/SGDĐT-GDTrH"}}, // a unit, no misread GDĐT
		{"Số: 1024 /TY-DT", []string{"1024/TY-DT"}},
		// spaces and misread letters
		{"Số: 90 /KH- UBND Quảng Vinh", []string{"90/KH-UBND"}},
		{"số 2017/Q Đ-UBND ngày", []string{"2017/QĐ-UBND"}},
		{"s6 26/2021/NQ-HPND ngay", []string{"26/2021/NQ-HĐND"}},
		{"sb 06/2019/QD-TTg", []string{"06/2019/QĐ-TTg"}},
		{"324/TB-VPCP - 29/8", []string{"324/TB-VPCP"}},
		{"Số: 07 /SYT-GAVI --V/w- mua sắm", []string{"07/SYT-GAVI"}},
		{"số 7/CT- -TTEg ngày", []string{"7/CT-TTg"}},
		{"số 47/2022NQ-HĐND ngày", []string{"47/2022/NQ-HĐND"}},
		// no symbols
		{"trực 24/24h, 15/5, 1/2 số phiếu", nil},
		{"TCVN 5687:2010/BXD", nil},
		{"khóa 2019-2020/HK1", nil},
		{"0974.226.679-QN/XY", nil},
		{"50/50 Học sinh", nil},
	} {
		var have []string
		text := newFolded(test.in)
		for _, s := range g.symbols(&text) {
			have = append(have, s.String())
		}
		if diff := cmp.Diff(test.want, have); diff != "" {
			t.Errorf("symbols(%q) -want +have\n%s", test.in, diff)
		}
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []string
	}{
		{"ngay 09 thang 03 nam 2020", []string{"2020-03-09"}},
		{"ngay 14/6/2021, 25/6/2020.", []string{"2021-06-14", "2020-06-25"}},
		{"07 thang 4 nam 2022", []string{"2022-04-07"}},
		{"ngay 5 thdng 4 ndm 2022", []string{"2022-04-05"}},
		{"truoc ngay 05/5 va 03/11/2023", []string{"0000-05-05", "2023-11-03"}},
		{"ngay 31/02/2020", []string{"2020-02-31"}},
		{"so 06/2019/QD, 26/2021/nq", nil},
		{"1.5.2 muc, 0974.226.679, thang 13/13/2020", nil},
		{"100/200 hoc sinh, 24/24h, 9/10%", nil},
	} {
		var have []string
		for _, d := range dates(test.in) {
			have = append(have, d.iso())
		}
		if diff := cmp.Diff(test.want, have); diff != "" {
			t.Errorf("dates(%q) -want +have\n%s", test.in, diff)
		}
	}
	if (date{year: 2023, month: 2, day: 31}).valid() || !(date{month: 2, day: 29}).valid() {
		t.Error("valid: 31/02 must not be, 29/02 may be")
	}
}
