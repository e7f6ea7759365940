package main

import (
	"testing"
	"time"
)

func TestNextDay(t *testing.T) {
	from := time.Date(2024, 12, 10, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(0, 0, 14)
	tests := []struct{ rule, want string }{
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "2024-12-15"},
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", "2024-12-10"},
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "2024-12-24"},
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", ""},
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9", ""},
		{"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", "2024-12-20"},
		{"định kỳ", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if have := nextDay(tt.rule, from, to); have != tt.want {
			t.Errorf("%q: -want %q +have %q", tt.rule, tt.want, have)
		}
	}
}
