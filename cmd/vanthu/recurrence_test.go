package main

import "testing"

func TestRulesInWords(t *testing.T) {
	vi, en := newApp(nil, nil, nil, nil, []string{"LANG=vi_VN"}), newApp(nil, nil, nil, nil, nil)
	for _, c := range []struct{ rule, vi, en string }{
		{"FREQ=MONTHLY;INTERVAL=3", "hằng quý", "every quarter"},
		{"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", "hằng quý, ngày 20", "every quarter, on day 20"},
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "hằng năm, ngày 15/12", "every year, on 15/12"},
		{"FREQ=WEEKLY;BYDAY=FR", "hằng tuần, thứ Sáu", "every week, Friday"},
		{"FREQ=MONTHLY;INTERVAL=7", "FREQ=MONTHLY;INTERVAL=7", "FREQ=MONTHLY;INTERVAL=7"},
		{"hằng quý", "hằng quý", "hằng quý"},
		{"", "", ""},
	} {
		if have := vi.recurs(c.rule); have != c.vi {
			t.Errorf("%s: %q, want %q", c.rule, have, c.vi)
		}
		if have := en.recurs(c.rule); have != c.en {
			t.Errorf("%s: %q, want %q", c.rule, have, c.en)
		}
	}
}
