package web

import (
	"errors"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/ingest"
)

// document is what is known of a document.
type document struct {
	ID      ingest.ID       `json:"id"`
	File    string          `json:"file"`
	Kind    string          `json:"kind"`
	Pages   int             `json:"pages"`
	State   catalogue.State `json:"state"`
	Reason  string          `json:"reason"`
	Picture bool            `json:"picture"` // its pages can be seen
	Fields  extract.Fields  `json:"fields"`
	Twins   []twin          `json:"twins"`
}

// twin is a document that may be the same paper.
type twin struct {
	ID     ingest.ID `json:"id"`
	Number string    `json:"number"`
	Title  string    `json:"title"`
	Same   bool      `json:"same"`  // number, issuer and date are
	Alike  float64   `json:"alike"` // share of the words
}

func (s *Server) apiDocument(c *call) error {
	if err := c.asked.done(); err != nil {
		return err
	}
	r, err := s.Archive.Find(c.Request.Context(), c.Request.PathValue("id"))
	if err != nil {
		return err
	}
	twins, err := s.Archive.Twins(c.Request.Context(), r)
	out := document{
		ID: r.Document.ID, File: r.Document.File, Kind: r.Document.Kind, Pages: len(r.Document.Pages), State: r.State,
		Reason: r.Reason, Picture: s.hasPictures(r), Fields: r.Fields, Twins: []twin{},
	}
	for _, t := range twins {
		out.Twins = append(out.Twins, twin{t.ID, t.Number, t.Title, t.Same, t.Alike})
	}
	return c.send(out, err)
}

// pageText is what a page says.
type pageText struct {
	Page int    `json:"page"`
	Text string `json:"text"`
	Raw  string `json:"raw"`
}

func (s *Server) apiText(c *call) error {
	if err := c.asked.done(); err != nil {
		return err
	}
	r, err := s.Archive.Find(c.Request.Context(), c.Request.PathValue("id"))
	out := []pageText{}
	for _, p := range r.Document.Pages {
		out = append(out, pageText{p.Number, p.Text(), p.Raw()})
	}
	return c.send(out, err)
}

func (s *Server) apiPage(c *call) error {
	if err := c.asked.done(); err != nil {
		return err
	}
	_, p, err := s.page(c)
	return c.send(p, err)
}

// errNoPage: the document has no page of this number.
var errNoPage = errors.New("the document has no such page")

// page is the document and page that the address names.
func (s *Server) page(c *call) (r pipeline.Record, p ingest.Page, err error) {
	if r, err = s.Archive.Find(c.Request.Context(), c.Request.PathValue("id")); err != nil {
		return r, p, err
	}
	for _, p := range r.Document.Pages {
		if c.Request.PathValue("page") == itoa(p.Number) {
			return r, p, nil
		}
	}
	return r, p, errNoPage
}

func (s *Server) apiSimilar(c *call) error {
	limit := c.asked.limit(20)
	if err := c.asked.done(); err != nil {
		return err
	}
	r, err := s.Archive.Similar(c.Request.Context(), c.Request.PathValue("id"), limit)
	return c.send(foundBy(r), err)
}

func (s *Server) apiCites(c *call) error {
	if err := c.asked.done(); err != nil {
		return err
	}
	all, err := s.Archive.Cites(c.Request.Context(), c.Request.PathValue("id"))
	return c.send(all, err)
}

func (s *Server) apiCitedBy(c *call) error {
	q := c.asked.query()
	if err := c.asked.done(); err != nil {
		return err
	}
	r, err := s.Archive.CitedBy(c.Request.Context(), c.Request.PathValue("id"), q)
	return c.send(foundBy(r), err)
}
