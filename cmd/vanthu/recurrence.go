package main

import (
	"strings"

	"github.com/teambition/rrule-go"
)

// frequencies are the rules that documents give, in words.
var frequencies = map[rrule.Frequency]map[int]string{
	rrule.DAILY:   {1: "every day"},
	rrule.WEEKLY:  {1: "every week"},
	rrule.MONTHLY: {1: "every month", 3: "every quarter", 6: "every six months"},
	rrule.YEARLY:  {1: "every year"},
}

// recurs says a recurrence rule (RFC 5545) in words: FREQ=MONTHLY;INTERVAL=3 is
// "every quarter". A rule that has no words of ours is said as it is.
func (a *app) recurs(rule string) string {
	o, err := rrule.StrToROption(rule)
	if err != nil {
		return rule
	}
	every := max(o.Interval, 1)
	if o.Freq == rrule.MONTHLY && len(o.Bymonth) == 4 {
		every = 3 // the first or last months of quarters
	}
	key, ok := frequencies[o.Freq][every]
	if !ok {
		return rule
	}
	said := a.say(key)
	if len(o.Bymonthday) == 1 && len(o.Bymonth) == 1 {
		said += ", " + a.say("on %d/%d", o.Bymonthday[0], o.Bymonth[0])
	} else if len(o.Bymonthday) == 1 {
		said += ", " + a.say("on day %d", o.Bymonthday[0])
	}
	if len(o.Byweekday) == 1 {
		said += ", " + a.say(weekdays[o.Byweekday[0].Day()])
	}
	return said
}

// weekdays from Monday on, as rrule counts them.
var weekdays = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// recurrences are the messages of the tables above.
func recurrences() []string {
	keys := strings.Fields(strings.Join(weekdays[:], " "))
	for _, texts := range frequencies {
		for _, text := range texts {
			keys = append(keys, text)
		}
	}
	return keys
}
