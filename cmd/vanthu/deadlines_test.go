package main

import (
	"bytes"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"

	"vanthu/cmd/internal/catalogue"
)

// TestCalendar reads the calendar with a library that did not write it.
func TestCalendar(t *testing.T) {
	long := strings.Repeat("báo cáo kết quả; gửi về xã, đúng hạn\\ ", 12)
	due := []catalogue.Deadline{
		{ID: "a1", Number: "5/KH-UBND", Date: "2024-12-15", What: "Báo cáo, tổng kết; năm", Text: long},
		{ID: "a1", Date: "2024-06-20", Rule: "FREQ=MONTHLY;BYMONTHDAY=20", What: "Họp", Text: "ngày 20\nhằng tháng"},
		{ID: "a1", Rule: "FREQ=YEARLY", What: "không có ngày"},
	}
	var b bytes.Buffer
	if err := (&app{out: &b}).printCalendar(due); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if !strings.HasSuffix(line, "\r\n") || len(line) > 77 {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	calendar, err := ical.NewDecoder(&b).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := calendar.Events()
	if len(events) != 2 || events[0].Props.Get("UID").Value == events[1].Props.Get("UID").Value {
		t.Fatalf("%d events", len(events))
	}
	what, err := events[0].Props.Text("SUMMARY")
	if err != nil || what != due[0].What {
		t.Errorf("summary %q, %v", what, err)
	}
	text, err := events[0].Props.Text("DESCRIPTION")
	if err != nil || text != "5/KH-UBND\n"+long {
		t.Errorf("description %q, %v", text, err)
	}
	if day, err := events[0].DateTimeStart(nil); err != nil || day.Format("2006-01-02") != "2024-12-15" {
		t.Errorf("day %v, %v", day, err)
	}
	rule, err := events[1].Props.RecurrenceRule()
	if err != nil || rule == nil || rule.Bymonthday[0] != 20 {
		t.Errorf("rule %+v, %v", rule, err)
	}
}
