package web

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/index"
)

// coverage tells which provinces have what is asked for.
type coverage struct {
	Asked         index.Query
	With, Without []index.ProvinceCount
}

func (v coverage) query() index.Query { return v.Asked }

func (s *Server) showCoverage(c *call) error {
	q := c.asked.query()
	if c.asked.err != nil {
		return c.asked.err
	}
	all, err := s.Archive.Coverage(c.Request.Context(), q)
	if err != nil {
		return err
	}
	body := coverage{Asked: q}
	for _, p := range all {
		if p.Count > 0 {
			body.With = append(body.With, p)
		} else {
			body.Without = append(body.Without, p)
		}
	}
	s.render(c, http.StatusOK, "coverage", c.Say("Provinces"), body)
	return nil
}

func (s *Server) showMissing(c *call) error {
	limit := c.asked.limit(listed)
	if c.asked.err != nil {
		return c.asked.err
	}
	all, err := s.Archive.Missing(c.Request.Context(), limit)
	if err != nil {
		return err
	}
	s.render(c, http.StatusOK, "missing", c.Say("Cited, not in the archive"), all)
	return nil
}

// due is the list of deadlines, by month.
type due struct {
	Filter catalogue.DeadlineFilter
	Months []month
}

type month struct {
	Name string // 07/2024; "" for those that recur
	Due  []catalogue.Deadline
}

func (s *Server) showDeadlines(c *call) error {
	f := catalogue.DeadlineFilter{From: c.asked.date("from"), To: c.asked.date("to"), Province: c.asked.text("province")}
	if c.asked.err != nil {
		return c.asked.err
	}
	if len(c.asked.values) == 0 {
		f.From = time.Now().Format(time.DateOnly)
	}
	all, err := s.Archive.Deadlines(c.Request.Context(), f)
	if err != nil {
		return err
	}
	body := due{Filter: f}
	for _, d := range all {
		name := ""
		if len(d.Date) >= len("2024-07") {
			name = d.Date[5:7] + "/" + d.Date[:4]
		}
		if n := len(body.Months); n == 0 || body.Months[n-1].Name != name {
			body.Months = append(body.Months, month{Name: name})
		}
		last := &body.Months[len(body.Months)-1]
		last.Due = append(last.Due, d)
	}
	s.render(c, http.StatusOK, "deadlines", c.Say("Deadlines"), body)
	return nil
}

// review is the list of documents that a person should look at.
type review struct {
	Total        int
	Documents    []reviewed
	Newer, Older string
}

type reviewed struct {
	index.Hit
	Notes  []string
	Doubts []doubt
}

// notes say why a document waits for a person, but for what the pictures of
// doubts say. What other documents told of it was not read on the page.
func notes(c *call, r pipeline.Record, shown []doubt) (all []string) {
	for _, text := range r.Fields.Review {
		if !slices.ContainsFunc(shown, func(d doubt) bool { return d.says(text) }) {
			all = append(all, c.note(text))
		}
	}
	for _, f := range fieldsOf(r.Fields) {
		if r.Fields.Evidence[f.Name].Source == extract.SourceArchive {
			all = append(all, c.Say("%s: not read, other documents have %s", c.Say(f.Label()), f.Value))
		}
	}
	if r.Reason != "" {
		all = append(all, c.reason(r.Reason))
	}
	return all
}

// reviewedAtOnce is how many documents a page of the list has.
const reviewedAtOnce = 25

func (s *Server) showReview(c *call) error {
	offset := c.asked.number("offset", 0, biggest)
	if c.asked.err != nil {
		return c.asked.err
	}
	q := index.Query{Text: "state:review OR state:failed", Kind: index.KindDocument, Sort: index.SortNewest, Limit: reviewedAtOnce, Offset: offset}
	found, err := s.Archive.Search(c.Request.Context(), q)
	if err != nil {
		return err
	}
	body := review{Total: found.Total}
	for _, h := range found.Hits {
		r, err := s.Archive.Find(c.Request.Context(), h.ID)
		if err != nil {
			return err
		}
		h.Title = cmp.Or(h.Title, r.Document.File)
		all := doubts(r)
		body.Documents = append(body.Documents, reviewed{h, notes(c, r, all), all})
	}
	if offset > 0 {
		body.Newer = link("/review", "offset", itoa(max(0, offset-reviewedAtOnce)))
	}
	if offset+len(found.Hits) < found.Total && len(found.Hits) > 0 {
		body.Older = link("/review", "offset", itoa(offset+reviewedAtOnce))
	}
	s.render(c, http.StatusOK, "review", c.Say("To be reviewed"), body)
	return nil
}
