package web

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
)

// errBadBody: the body of a request is not what is asked for.
var errBadBody = errors.New("the body is no JSON object of a query")

// writeJSON writes an answer; < and & stay as they are, for nosniff and the
// content type keep browsers from taking it for a page. Only a connection that
// was lost can make it fail.
func writeJSON(w io.Writer, v any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
}

// send answers with JSON.
func (c *call) send(v any, err error) error {
	if err != nil {
		return err
	}
	c.Header().Set("Content-Type", "application/json")
	writeJSON(c, v)
	return nil
}

// found is a page of hits.
type found struct {
	Total   int    `json:"total"`
	About   bool   `json:"about"`   // total may count a few too many
	Relaxed bool   `json:"relaxed"` // nothing has all of it; these have a good part
	Meant   string `json:"meant"`   // the query with the marks it was probably meant with, or ""
	// Absent are, where nothing was found, the parts that no document has.
	Absent []string `json:"absent,omitempty"`
	// Respelled is then the query with words that some document has, or "".
	Respelled string `json:"respelled,omitempty"`
	// Hits are index.Hit or, where places were asked for, pipeline.PlacedHit.
	Hits   any                           `json:"hits"`
	Facets map[string][]index.FacetCount `json:"facets,omitempty"`
}

func foundBy(r index.Result) found {
	return found{Total: r.Total, About: r.About, Relaxed: r.Relaxed, Absent: r.Absent, Respelled: r.Respelled, Hits: r.Hits, Facets: facetsOf(r)}
}

// facetsOf are the facets with empty lists where nothing was counted.
func facetsOf(r index.Result) map[string][]index.FacetCount {
	for name, counts := range r.Facets {
		if counts == nil {
			r.Facets[name] = []index.FacetCount{}
		}
	}
	return r.Facets
}

// search runs a query and, if it has no marks, what it was probably meant as.
func (s *Server) search(c *call, q index.Query) (r index.Result, meant string, err error) {
	if s.Meant != nil {
		if q.Meant, err = s.Meant(q); err != nil {
			return r, "", err
		}
	}
	r, err = s.Archive.Search(c.Request.Context(), q)
	return r, q.Meant, err
}

func (s *Server) apiSearch(c *call) error {
	q := c.asked.query()
	q.Facets = c.asked.flag("facets")
	places := c.asked.flag("boxes")
	if err := c.asked.done(); err != nil {
		return err
	}
	r, meant, err := s.search(c, q)
	if err != nil {
		return err
	}
	out := foundBy(r)
	out.Meant = meant
	if places {
		out.Hits, err = s.Archive.Place(c.Request.Context(), q, r.Hits)
	}
	return c.send(out, err)
}

func (s *Server) apiFacets(c *call) error {
	q := c.asked.query()
	if err := c.asked.done(); err != nil {
		return err
	}
	q.Facets, q.Limit = true, 1
	r, _, err := s.search(c, q)
	return c.send(facetsOf(r), err)
}

func (s *Server) apiCoverage(c *call) error {
	q := c.asked.query()
	if err := c.asked.done(); err != nil {
		return err
	}
	all, err := s.Archive.Coverage(c.Request.Context(), q)
	return c.send(all, err)
}

// fewest and most that are listed where nothing else is said.
const (
	listed     = 100
	mostListed = 1000
)

func (a *asked) limit(usual int) int {
	n := a.number("limit", 0, mostListed)
	if n == 0 {
		return usual
	}
	return n
}

func (s *Server) apiMissing(c *call) error {
	limit := c.asked.limit(listed)
	if err := c.asked.done(); err != nil {
		return err
	}
	all, err := s.Archive.Missing(c.Request.Context(), limit)
	return c.send(all, err)
}

func (s *Server) apiDeadlines(c *call) error {
	f := catalogue.DeadlineFilter{From: c.asked.date("from"), To: c.asked.date("to"), Province: c.asked.text("province")}
	if err := c.asked.done(); err != nil {
		return err
	}
	all, err := s.Archive.Deadlines(c.Request.Context(), f)
	if all == nil {
		all = []catalogue.Deadline{}
	}
	return c.send(all, err)
}

func (s *Server) apiSaved(c *call) error {
	if err := c.asked.done(); err != nil {
		return err
	}
	all, err := s.Archive.SavedSearches(c.Request.Context())
	if all == nil {
		all = []pipeline.SavedSearch{}
	}
	return c.send(all, err)
}

// apiSave keeps the query of the body under a name.
func (s *Server) apiSave(c *call) error {
	var q index.Query
	d := json.NewDecoder(c.Request.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return err
		}
		return errors.Join(errBadBody, err)
	}
	if err := s.Archive.SaveSearch(c.Request.Context(), c.Request.PathValue("name"), q); err != nil {
		return err
	}
	c.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *Server) apiForget(c *call) error {
	if err := s.Archive.ForgetSearch(c.Request.Context(), c.Request.PathValue("name")); err != nil {
		return err
	}
	c.WriteHeader(http.StatusNoContent)
	return nil
}

// fresh is what a saved search finds that it did not find before.
type fresh struct {
	found
	All int `json:"all"` // that it finds by now
}

func (s *Server) apiRun(c *call) error {
	r, all, err := s.Archive.NewSince(c.Request.Context(), c.Request.PathValue("name"))
	return c.send(fresh{foundBy(r), all}, err)
}
