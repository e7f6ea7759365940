package index

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsInARow(t *testing.T) {
	s := build(t, append(slices.Clone(plans), Entry{ID: "twice", Title: "Tuyên truyền kế hoạch tuyên dương; khen thưởng"})...)
	for query, want := range map[string]string{
		`title:"ke hoach tuyen"`:                 "hue twice",
		`title:"truyền kế hoạch tuyên"`:          "twice",
		`title:"truyền kế hoạch tuyên truyền"`:   "", // all its pairs are there
		`title:"dương khen thưởng"`:              "twice",
		`title:thưởng`:                           "twice",
		`title:thưởn`:                            "",
		`title:"kế hoạch" -title:"tuyên dương"`:  "binhphuoc hue tayninh",
		`title:"bầu cử" OR title:"kinh tế biển"`: "hue kiengiang",
		`issuer:"uỷ ban nhân dân huyện"`:         "hue",
		`issuer:"nhân dân" -issuer:tỉnh`:         "hue",
		`signer:"Trần Thị Mơ"`:                   "kiengiang",
		`signer:"mo thi tran"`:                   "",
		`file:"ctr nuoi ca pdf"`:                 "kiengiang",
		`unit:"sở giáo dục và đào tạo"`:          "binhphuoc",
		`unit:"y tế sở"`:                         "", // of two units
		`unit:"tế sở giáo dục"`:                  "",
	} {
		ids := []string{}
		for _, hit := range ask(t, s, Query{Text: query}) {
			ids = append(ids, strings.Fields(hit)[0])
		}
		slices.Sort(ids)
		if have := strings.Join(ids, " "); have != want {
			t.Errorf("%s:\n want %s\n have %s", query, want, have)
		}
	}
}
