package web

import (
	"errors"
	"maps"
	"net/http"
	"slices"

	"vanthu/cmd/internal/catalogue"
	"vanthu/index"
	"vanthu/ingest"
)

// statusError is a request refused by its form, with an HTTP status.
type statusError int

func (e statusError) Error() string { return http.StatusText(int(e)) }

// refusals say why a request was refused by its form.
var refusals = map[statusError]string{
	http.StatusNotFound:           "there is nothing at this address",
	http.StatusMethodNotAllowed:   "this cannot be done at this address",
	http.StatusForbidden:          "only pages of this server may change something here",
	http.StatusMisdirectedRequest: "this server does not go by that name; vanthu serve --host NAME adds one",
	http.StatusRequestURITooLong:  "the address is too long",
}

// Spoken are the messages that are put together while running, so that no
// template has them in full; they need a translation, too.
func Spoken() []string {
	keys := []string{errNoPage.Error(), errNoPicture.Error(), errNoHand.Error(), errBadBody.Error(), "parameter %s cannot be %q"}
	for _, text := range refusals {
		keys = append(keys, text)
	}
	for _, c := range slices.Concat(kinds, orders) {
		keys = append(keys, c.Name)
	}
	keys = slices.AppendSeq(keys, maps.Values(labels))
	for _, s := range statuses {
		keys = append(keys, http.StatusText(s.status))
	}
	return append(keys, http.StatusText(http.StatusBadRequest), http.StatusText(http.StatusInternalServerError))
}

// problem is an error as RFC 9457 has it, with what vanthu knows beside.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`         // in the language of the request
	Hint   string `json:"hint,omitempty"` // what to do about it
	// Of a query that cannot be run: the query, the place of the fault in
	// characters from 0, what is wrong, and what could stand there.
	Query   string        `json:"query,omitempty"`
	At      *int          `json:"at,omitempty"`
	Problem index.Problem `json:"problem,omitempty"`
	Suggest string        `json:"suggest,omitempty"`
	// Of a parameter that cannot be understood: its name.
	Parameter string `json:"parameter,omitempty"`
}

// statuses of errors that are not our own fault.
var statuses = []struct {
	err    error
	status int
}{
	{catalogue.ErrNotFound, http.StatusNotFound},
	{catalogue.ErrNoSearch, http.StatusNotFound},
	{index.ErrUnknown, http.StatusNotFound},
	{errNoPicture, http.StatusNotFound},
	{errNoHand, http.StatusNotFound},
	{errNoPage, http.StatusNotFound},
	{catalogue.ErrSeveral, http.StatusConflict},
	{index.ErrMissing, http.StatusServiceUnavailable},
	{index.ErrSchema, http.StatusServiceUnavailable},
	{index.ErrDamaged, http.StatusServiceUnavailable},
	{ingest.ErrTimeout, http.StatusServiceUnavailable},
	{ingest.ErrCrashed, http.StatusUnprocessableEntity},
	{ingest.ErrDamaged, http.StatusUnprocessableEntity},
	{ingest.ErrTooLarge, http.StatusUnprocessableEntity},
}

func statusOf(err error) int {
	var status statusError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &status):
		return int(status)
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.As(err, new(*index.QueryError)), errors.As(err, new(*badParameter)), errors.Is(err, errBadBody):
		return http.StatusBadRequest
	}
	for _, s := range statuses {
		if errors.Is(err, s.err) {
			return s.status
		}
	}
	return http.StatusInternalServerError
}

// problemOf describes an error; one of our own fault is told of.
func (s *Server) problemOf(c *call, err error) problem {
	p := problem{Type: "about:blank", Status: statusOf(err), Detail: c.Describe(err), Hint: c.Hint(err)}
	p.Title = http.StatusText(p.Status)
	var wrong *index.QueryError
	var parameter *badParameter
	var status statusError
	switch {
	case errors.As(err, &status):
		p.Detail = c.Say(refusals[status])
	case errors.Is(err, errNoPage), errors.Is(err, errNoPicture), errors.Is(err, errBadBody):
		p.Detail = c.Say(err.Error())
	case errors.As(err, &wrong):
		p.Parameter, p.Query, p.Problem, p.Suggest = wrong.Param, wrong.Query, wrong.Problem, wrong.Suggest
		if wrong.Param == "" {
			p.At = &wrong.At
		}
	case errors.As(err, &parameter):
		p.Parameter = parameter.name
		p.Detail = c.Say("parameter %s cannot be %q", parameter.name, parameter.value)
	}
	if p.Status == http.StatusInternalServerError {
		s.Failed(err)
	}
	return p
}

// sendProblem answers with a problem as JSON.
func (s *Server) sendProblem(c *call, err error) {
	p := s.problemOf(c, err)
	c.Header().Set("Content-Type", "application/problem+json")
	c.Header().Set("Content-Language", c.lang)
	c.WriteHeader(p.Status)
	writeJSON(c, p)
}

// showProblem answers with a problem as a page.
func (s *Server) showProblem(c *call, err error) {
	p := s.problemOf(c, err)
	s.render(c, p.Status, "problem", p.Title, p)
}
