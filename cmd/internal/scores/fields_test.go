package scores

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/extract"
)

func TestCompare(t *testing.T) {
	found := extract.Fields{
		Number:     ptr("5 /KH-UBND"),
		Issued:     ptr("2021-03-06"),
		Title:      ptr("Trồng cay ven kênh xã Tân An"),
		Signer:     extract.Signer{Name: ptr("Lê Thị Hoà")},
		Recipients: []string{"- UBND huyện;", "Lưu: VT"},
		Citations:  []extract.Citation{{Number: "7/QĐ-UBND"}, {Number: "8/QĐ-UBND", Issued: ptr("2020-01-02")}},
		Deadlines:  []extract.Deadline{{Rule: ptr("FREQ=MONTHLY;BYMONTHDAY=5"), Date: ptr("2021-04-05")}, {}},
		Tasks:      []extract.Task{{Unit: "Công an xã"}, {Unit: "Công an xã"}, {}},
	}
	for _, c := range []struct {
		name, gold string
		want       map[string]Count
	}{
		{"white space does not count in numbers", `{"number": "5/KH-UBND"}`, map[string]Count{"number": {Right: 1}}},
		{"a date is right or wrong", `{"issued": "2021-03-05"}`, map[string]Count{"issued": {Wrong: 1}}},
		{"nothing where there is nothing", `{"place": null, "year": null}`, map[string]Count{"place": {Right: 1}, "year": {Right: 1}}},
		{"nothing where there is something", `{"place": "Tân An"}`, map[string]Count{"place": {Missed: 1}}},
		{"something where there is nothing", `{"number": null}`, map[string]Count{"number": {Invented: 1}}},
		{"a letter of a title", `{"title": "Trồng cây ven kênh xã Tân An"}`, map[string]Count{"title": {Right: 1}}},
		{"the place of a tone", `{"signer": {"name": "Lê Thị Hòa", "position": null}}`, map[string]Count{"signer.name": {Right: 1}, "signer.position": {Right: 1}}},
		{"items of a list", `{"recipients": ["UBND huyện", "Công an xã"]}`, map[string]Count{"recipients": {Right: 1, Missed: 1, Invented: 1}}},
		{"citations with their dates", `{"citations": [["7/QĐ-UBND", null], ["8/QĐ-UBND", "2020-01-01"]]}`, map[string]Count{"citations": {Right: 1, Missed: 1, Invented: 1}}},
		{"a rule before its first date", `{"deadlines": ["FREQ=MONTHLY;BYMONTHDAY=5"]}`, map[string]Count{"deadlines": {Right: 1, Invented: 1}}},
		{"tasks by unit", `{"task_units": {"Công an xã": 2}}`, map[string]Count{"task_units": {Right: 1}}},
		{"what is for people", `{"doubt": "mờ"}`, map[string]Count{}},
	} {
		var gold map[string]any
		if err := json.Unmarshal([]byte(c.gold), &gold); err != nil {
			t.Fatal(err)
		}
		var tally Tally
		tally.Compare("a.pdf", gold, found)
		if diff := cmp.Diff(c.want, tally.Fields); diff != "" {
			t.Errorf("%s\n-want +have\n%s%q", c.name, diff, tally.Faults)
		}
	}
}

func TestF1(t *testing.T) {
	for _, c := range []struct {
		count Count
		want  float64
	}{{Count{}, 1}, {Count{Right: 3}, 1}, {Count{Wrong: 1}, 0}, {Count{Right: 2, Missed: 1, Invented: 1}, 4.0 / 6}} {
		if have := c.count.F1(); have != c.want {
			t.Errorf("F1 of %+v is %v, want %v", c.count, have, c.want)
		}
	}
}

func ptr(s string) *string { return &s }
