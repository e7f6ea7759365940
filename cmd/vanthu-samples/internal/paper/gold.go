package paper

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// Gold is what a careful reader takes from a document: the gold standard that
// extraction is scored against. The names are those of `vanthu extract`.
type Gold struct {
	DocType      *string        `json:"doc_type"`
	Number       *string        `json:"number"`
	Place        *string        `json:"place"`
	Issued       *string        `json:"issued"`
	Issuer       *string        `json:"issuer"`
	IssuerParent *string        `json:"issuer_parent"`
	Province     *string        `json:"province"`
	Title        *string        `json:"title"`
	Year         *int           `json:"year"`
	Signer       Signer         `json:"signer"`
	Recipients   []string       `json:"recipients"`
	Citations    [][2]*string   `json:"citations"` // number and ISO date
	Sections     []string       `json:"sections"`  // paths
	TaskUnits    map[string]int `json:"task_units"`
	Targets      []string       `json:"targets"`
	Deadlines    []string       `json:"deadlines"` // ISO dates, or RRULEs for recurring ones
	Emails       []string       `json:"emails"`
	Phones       []string       `json:"phones"`
	Doubt        string         `json:"doubt,omitempty"`
}

// Signer is the last signature block of the main document.
type Signer struct {
	Name     *string `json:"name"`
	Position *string `json:"position"`
	Capacity *string `json:"capacity"`
}

// ParseGold reads a gold file; a key it does not know is an error.
func ParseGold(data []byte) (*Gold, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var g Gold
	if err := dec.Decode(&g); err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	return &g, nil
}

// Check names everything in the gold file that the document does not say.
func (g *Gold) Check(d *Document) []string {
	text := strings.Join(strings.Fields(d.Text()), " ")
	folded := strings.ToLower(text)
	var wrong []string
	want := func(field, value string) {
		if !strings.Contains(folded, strings.ToLower(value)) {
			wrong = append(wrong, fmt.Sprintf("%s: %q is not in the text", field, value))
		}
	}
	for field, value := range g.literals() {
		want(field, value)
	}
	for field, values := range map[string][]string{
		"recipients": g.Recipients, "targets": g.Targets, "emails": g.Emails, "phones": g.Phones,
	} {
		for _, v := range values {
			want(field, v)
		}
	}
	for _, c := range g.Citations {
		want("citations", *c[0])
		if c[1] != nil && !mentions(text, *c[1]) {
			wrong = append(wrong, fmt.Sprintf("citations: date %s is not in the text", *c[1]))
		}
	}
	for _, date := range g.Deadlines {
		if isoDate.MatchString(date) && !mentionsDay(text, date) {
			wrong = append(wrong, fmt.Sprintf("deadlines: date %s is not in the text", date))
		}
	}
	for unit := range g.TaskUnits {
		want("task_units", unit)
	}
	if g.Issued != nil && !mentions(text, *g.Issued) {
		wrong = append(wrong, fmt.Sprintf("issued: date %s is not in the text", *g.Issued))
	}
	return wrong
}

// literals are the fields that stand in the text word for word. The issuer is
// not among them: it is completed with its place.
func (g *Gold) literals() map[string]string {
	out := map[string]string{}
	for field, value := range map[string]*string{
		"number": g.Number, "place": g.Place, "title": g.Title,
		"signer.name": g.Signer.Name, "signer.position": g.Signer.Position,
	} {
		if value != nil {
			out[field] = *value
		}
	}
	if g.Signer.Capacity != nil {
		out["signer.capacity"] = strings.ReplaceAll(*g.Signer.Capacity, "; ", " ")
	}
	return out
}

var isoDate = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`)

// mentions reports whether an ISO date stands in the text in either form.
func mentions(text, date string) bool {
	m := isoDate.FindStringSubmatch(date)
	if m == nil {
		return false
	}
	day, month := "0?"+strings.TrimLeft(m[3], "0"), "0?"+strings.TrimLeft(m[2], "0")
	form := regexp.MustCompile(`\b` + day + `(/` + month + `/|-` + month + `-| tháng ` + month + ` năm )` + m[1])
	return form.MatchString(text)
}

// mentionsDay reports whether day and month stand in the text apart from the
// year they share with a later date: "trước ngày 05/5 và 03/11/2023".
func mentionsDay(text, date string) bool {
	m := isoDate.FindStringSubmatch(date)
	day, month := "0?"+strings.TrimLeft(m[3], "0"), "0?"+strings.TrimLeft(m[2], "0")
	form := regexp.MustCompile(`\b` + day + `(/| tháng )` + month + `\b`)
	return form.MatchString(text) && strings.Contains(text, m[1])
}
