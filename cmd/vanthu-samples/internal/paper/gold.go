package paper

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
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
	c := check{text: strings.Join(strings.Fields(d.Text()), " ")}
	for field, values := range g.literals() {
		for _, v := range values {
			c.says(field, v)
		}
	}
	for unit := range g.TaskUnits {
		c.says("task_units", unit)
	}
	if g.Issued != nil {
		c.dated("issued", *g.Issued, mentions)
	}
	for _, cited := range g.Citations {
		c.says("citations", *cited[0])
		if cited[1] != nil {
			c.dated("citations", *cited[1], mentions)
		}
	}
	for _, date := range g.Deadlines {
		if isoDate.MatchString(date) {
			c.dated("deadlines", date, mentionsDay)
		}
	}
	for _, path := range g.Sections {
		if !opens(d, path) {
			c.wrong = append(c.wrong, fmt.Sprintf("sections: no paragraph opens %s", path))
		}
	}
	return c.wrong
}

// opens reports whether a paragraph begins with the label of a section:
// "II." for II, "a)" for II.1.a, "Điều 3." for Đ3.
func opens(d *Document, path string) bool {
	label := path[strings.LastIndex(path, ".")+1:]
	if article, ok := strings.CutPrefix(label, "Đ"); ok {
		label = "Điều " + article
	}
	return slices.ContainsFunc(d.Body, func(l Line) bool {
		t := l.Text()
		return strings.HasPrefix(t, label+".") || strings.HasPrefix(t, label+")")
	})
}

// check collects what is wrong.
type check struct {
	text  string
	wrong []string
}

func (c *check) says(field, value string) {
	if !strings.Contains(strings.ToLower(c.text), strings.ToLower(value)) {
		c.wrong = append(c.wrong, fmt.Sprintf("%s: %q is not in the text", field, value))
	}
}

func (c *check) dated(field, date string, found func(text, date string) bool) {
	if !found(c.text, date) {
		c.wrong = append(c.wrong, fmt.Sprintf("%s: date %s is not in the text", field, date))
	}
}

// literals are the values that stand in the text word for word. The issuer is
// not among them: it is completed with its place.
func (g *Gold) literals() map[string][]string {
	out := map[string][]string{
		"recipients": g.Recipients, "targets": g.Targets, "emails": g.Emails, "phones": g.Phones,
	}
	for field, value := range map[string]*string{
		"number": g.Number, "place": g.Place, "title": g.Title,
		"signer.name": g.Signer.Name, "signer.position": g.Signer.Position,
	} {
		if value != nil {
			out[field] = []string{*value}
		}
	}
	if g.Signer.Capacity != nil {
		out["signer.capacity"] = strings.Split(*g.Signer.Capacity, "; ")
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
