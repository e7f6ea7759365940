package web

import (
	"errors"
	"slices"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
)

// What a hand wrote and nobody could read for sure is shown as it stands on the
// page, with what it may say beside it, so that a person sees at once.

// doubt is a field that was written by hand and waits for a person.
type doubt struct {
	Name         string   // of the field
	Pictures     []string // addresses
	Alternatives []string // the likeliest first
}

// Label names the field for people.
func (d doubt) Label() string { return label(d.Name) }

// says reports whether a note says the same: what a hand may have written.
func (d doubt) says(note string) bool {
	return strings.HasPrefix(note, d.Name+": ") && strings.Contains(note, "handwritten, may be ")
}

// written are the fields that a hand fills in, with their blanks.
var written = []struct {
	name   string
	blanks []ingest.Field
}{
	{"number", []ingest.Field{ingest.FieldNumber}}, {"issued", []ingest.Field{ingest.FieldDay, ingest.FieldMonth}},
	{"arrival.number", []ingest.Field{ingest.FieldArrivalNumber}}, {"arrival.date", []ingest.Field{ingest.FieldArrivalDate}},
}

// doubts are the fields of a document without a value whose blanks have pictures.
func doubts(r pipeline.Record) (all []doubt) {
	for _, w := range written {
		d := doubt{Name: w.name, Alternatives: r.Fields.Evidence[w.name].Alternatives}
		for _, blank := range w.blanks {
			if h, ok := handOf(r, blank); ok && len(h.Picture) > 0 {
				d.Pictures = append(d.Pictures, "/documents/"+string(r.Document.ID)+"/hands/"+string(blank))
			}
		}
		if len(d.Pictures) > 0 && hasNone(r, w.name) {
			all = append(all, d)
		}
	}
	return all
}

// hasNone reports whether a field has no value.
func hasNone(r pipeline.Record, name string) bool {
	return !slices.ContainsFunc(fieldsOf(r.Fields), func(f field) bool { return f.Name == name && f.Value != "" })
}

// handOf is the first blank of a kind in a document.
func handOf(r pipeline.Record, blank ingest.Field) (ingest.Hand, bool) {
	for _, p := range r.Document.Pages {
		for _, h := range p.Hands {
			if h.Field == blank {
				return h, true
			}
		}
	}
	return ingest.Hand{}, false
}

// errNoHand: nobody wrote there.
var errNoHand = errors.New("the document has no such blank")

// sendHand sends the picture of what a hand wrote.
func (s *Server) sendHand(c *call) error {
	if err := c.asked.done(); err != nil {
		return err
	}
	r, err := s.Archive.Find(c.Request.Context(), c.Request.PathValue("id"))
	if err != nil {
		return err
	}
	h, ok := handOf(r, ingest.Field(c.Request.PathValue("blank")))
	if !ok || len(h.Picture) == 0 {
		return errNoHand
	}
	c.Header().Set("Content-Type", "image/png")
	c.Header().Set("Cache-Control", "private, max-age=86400")
	_, err = c.Write(h.Picture)
	return err
}
