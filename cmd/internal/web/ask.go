package web

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"time"

	"vanthu/index"
)

// badParameter is a parameter that cannot be understood.
type badParameter struct{ name, value string }

func (e *badParameter) Error() string { return fmt.Sprintf("parameter %s: %q", e.name, e.value) }

// asked are the parameters of a request. What was wrong with them is in err.
type asked struct {
	values url.Values
	known  []string
	err    error
}

func (a *asked) text(name string) string {
	a.known = append(a.known, name)
	return a.values.Get(name)
}

// number reads a number within bounds; absent is the first of them.
func (a *asked) number(name string, least, most int) int {
	value := a.text(name)
	if value == "" {
		return least
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		a.fail(name, value)
	}
	return n
}

func (a *asked) flag(name string) bool {
	value := a.text(name)
	switch value {
	case "", "0", "false":
		return false
	case "1", "true", "on":
		return true
	}
	a.fail(name, value)
	return false
}

// date reads a day, 2024-07-01 or 1/7/2024.
func (a *asked) date(name string) string {
	value := a.text(name)
	date, ok := index.Date(value)
	if !ok || date != "" && len(date) < len(time.DateOnly) {
		a.fail(name, value)
	}
	return date
}

func (a *asked) fail(name, value string) {
	if a.err == nil {
		a.err = &badParameter{name, value}
	}
}

// done is what was wrong; a parameter that nobody asked for is, too: a slip in
// its name would otherwise go unnoticed.
func (a *asked) done() error {
	for _, name := range slices.Sorted(maps.Keys(a.values)) {
		if name != "lang" && !slices.Contains(a.known, name) {
			a.fail(name, a.values.Get(name))
		}
	}
	return a.err
}

// biggest are numbers beyond which index refuses in words of its own.
const biggest = 1_000_000_000

// query reads what is searched, by the names that the query has in JSON.
func (a *asked) query() index.Query {
	return index.Query{
		Text: a.text("q"), Exact: a.flag("exact"), Kind: a.text("kind"), Province: a.text("province"), Type: a.text("type"),
		Issuer: a.text("issuer"), Number: a.text("number"), Cites: a.text("cites"), From: a.text("from"), To: a.text("to"),
		DueBefore: a.text("due_before"), Sort: a.text("sort"),
		Limit: a.number("limit", 0, biggest), Offset: a.number("offset", 0, biggest),
	}
}

// address is a query as parameters.
func address(q index.Query) url.Values {
	v := url.Values{}
	for name, value := range map[string]string{
		"q": q.Text, "kind": q.Kind, "province": q.Province, "type": q.Type, "issuer": q.Issuer, "number": q.Number,
		"cites": q.Cites, "from": q.From, "to": q.To, "due_before": q.DueBefore, "sort": q.Sort,
	} {
		if value != "" {
			v.Set(name, value)
		}
	}
	if q.Exact {
		v.Set("exact", "1")
	}
	for name, n := range map[string]int{"limit": q.Limit, "offset": q.Offset} {
		if n > 0 {
			v.Set(name, strconv.Itoa(n))
		}
	}
	return v
}
