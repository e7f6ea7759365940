package web

import (
	"net/http"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
)

// kept are the saved searches, and what one of them just found.
type kept struct {
	All  []keptSearch
	Name string // of the one that ran
	New  *index.Result
	Now  int // documents it finds by now
}

type keptSearch struct {
	pipeline.SavedSearch
	Link string
}

func (s *Server) showSaved(c *call) error { return s.listSaved(c, kept{}) }

func (s *Server) listSaved(c *call, body kept) error {
	all, err := s.Archive.SavedSearches(c.Request.Context())
	if err != nil {
		return err
	}
	for _, one := range all {
		body.All = append(body.All, keptSearch{one, "/?" + address(one.Query).Encode()})
	}
	s.render(c, http.StatusOK, "saved", c.Say("Saved searches"), body)
	return nil
}

// changeSaved does what a button of the list or of the search page says.
func (s *Server) changeSaved(c *call) error {
	if err := c.Request.ParseForm(); err != nil {
		return err
	}
	name := strings.TrimSpace(c.Request.PostForm.Get("name"))
	var err error
	switch c.Request.PostForm.Get("do") {
	case "run":
		body := kept{Name: name, New: &index.Result{}}
		if *body.New, body.Now, err = s.Archive.NewSince(c.Request.Context(), name); err != nil {
			return err
		}
		return s.listSaved(c, body)
	case "forget":
		err = s.Archive.ForgetSearch(c.Request.Context(), name)
	case "save":
		form := asked{values: c.Request.PostForm}
		q := form.query()
		if name == "" {
			form.fail("name", name)
		}
		if err = form.err; err == nil {
			err = s.Archive.SaveSearch(c.Request.Context(), name, q)
		}
	default:
		return &badParameter{"do", c.Request.PostForm.Get("do")}
	}
	if err != nil {
		return err
	}
	http.Redirect(c, c.Request, "/saved", http.StatusSeeOther)
	return nil
}
