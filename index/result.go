package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

const defaultLimit = 20

// checked fills in defaults and refuses what cannot be run.
func (q Query) checked() (Query, error) {
	if q.Limit == 0 {
		q.Limit = defaultLimit
	}
	q.Offset = max(q.Offset, 0)
	switch {
	case q.Limit < 0, q.Limit > maxLimit:
		return q, wrongParam("limit", ProblemLimit)
	case q.Offset+q.Limit > maxWindow:
		return q, wrongParam("offset", ProblemWindow)
	case q.Sort != "" && !slices.Contains(Sorts, q.Sort):
		return q, &QueryError{Param: "sort", Problem: ProblemSort, Suggest: strings.Join(Sorts, ", ")}
	}
	var ok [3]bool
	q.From, ok[0] = Date(q.From)
	q.To, ok[1] = Date(q.To)
	q.DueBefore, ok[2] = Date(q.DueBefore)
	if i := slices.Index(ok[:], false); i >= 0 {
		return q, wrongParam([]string{"from", "to", "due_before"}[i], ProblemDate)
	}
	return q, nil
}

func wrongParam(name string, p Problem) error { return &QueryError{Param: name, Problem: p} }

func (q Query) byRelevance() bool { return q.Sort == "" || q.Sort == SortRelevance }

// result lists what was found.
func (s *searching) result() (Result, error) {
	page, err := s.page()
	if err != nil {
		return Result{}, fmt.Errorf("search: %w", err)
	}
	r := Result{Total: len(s.found.documents), About: s.phrases.gaveUp, Relaxed: s.found.relaxed(), Hits: []Hit{}, Absent: s.absent, Respelled: s.instead}
	for _, m := range page {
		e, err := s.g.entry(uint64(m.entry))
		if err != nil {
			return r, fmt.Errorf("search: read entry: %w", err)
		}
		r.Hits = append(r.Hits, s.hit(e, m))
	}
	if err := s.addParts(page, r.Hits); err != nil {
		return r, fmt.Errorf("search: %w", err)
	}
	if s.query.Facets {
		r.Facets = s.found.facets()
	}
	return r, nil
}

// page is the part of the found documents that was asked for. Where not all
// phrases were checked, those to be shown are, with some in reserve.
func (s *searching) page() ([]match, error) {
	end := s.query.Offset + s.query.Limit
	if s.phrases.gaveUp {
		end += reserve
	}
	relaxed := s.found.relaxed() && s.query.byRelevance()
	if relaxed {
		end = max(end, reranked)
	}
	shown := s.found.best(s.query, end)
	if relaxed {
		if err := s.byCloseness(shown); err != nil {
			return nil, err
		}
	}
	if s.phrases.gaveUp {
		shown = s.checkAgain(shown)
	}
	shown = shown[min(s.query.Offset, len(shown)):]
	return shown[:min(s.query.Limit, len(shown))], s.phrases.err
}

// checkAgain checks the phrases of documents to be shown. If these are all, it
// is known after all how many there are.
func (s *searching) checkAgain(shown []match) []match {
	s.phrases.gaveUp, s.phrases.left, s.phrases.bytes = false, len(shown), maxChecked
	all := len(shown) == len(s.found.documents)
	shown = slices.DeleteFunc(shown, func(m match) bool { return !s.phrases.accept(uint64(m.entry)) })
	if !all {
		s.phrases.gaveUp = true
		return shown
	}
	s.found.documents = s.found.documents[:0]
	for _, m := range shown {
		s.found.documents = append(s.found.documents, s.g.columns.document(uint64(m.entry)))
	}
	return shown
}

// hit describes a found document by its best entry.
func (s *searching) hit(e Entry, m match) Hit {
	h := Hit{
		ID: e.ID, Number: e.Number, Title: e.Title, Issuer: e.Issuer, Province: e.Province, Issued: e.Issued,
		File: e.File, Score: float64(m.score),
	}
	find := newMatcher(s.query, s.parsed)
	text, spans := e.Text, find.find(e.Text)
	seen := spans
	for _, heading := range e.headings() {
		more := find.find(heading)
		if seen = append(seen, more...); len(spans) == 0 && len(more) > 0 {
			text, spans = heading, more
		}
	}
	if m.tier == tierRaw {
		if raw := find.find(e.Raw); len(raw) > 0 {
			text, spans = e.Raw, raw
		}
	}
	x := passage(text, slices.Clone(spans))
	h.Snippet, h.Passage, h.Marks = x.snippet(), x.text, x.places()
	if h.Page = max(e.Page, 1); text == e.Text {
		h.Page = e.pageAt(x.at)
	}
	h.Why = s.why(e, m, text, spans, seen)
	return h
}

// why says in a word or two what made the document match: spans are the
// matches in the passage's text, seen those anywhere.
func (s *searching) why(e Entry, m match, text string, spans, seen []span) string {
	switch {
	case s.similar:
		return WhySimilar + " «" + rawWords(text, spans) + "»"
	case s.query.Number != "" || s.parsed.asks("number"):
		return WhyIdentifier
	case s.query.Cites != "" || s.parsed.asks("cites"):
		return WhyCitation
	case len(s.parsed.must) == 0:
		return WhyFilter
	}
	for _, n := range s.parsed.numbers() {
		if slices.Contains(e.numberTerms(), n.term()) {
			return WhyIdentifier
		}
		if slices.ContainsFunc(e.Cites, func(c string) bool { return slices.Contains(parseNumber(c).namedTerms(), n.term()) }) {
			return WhyCitation
		}
	}
	if m.tier == tierRaw {
		return WhyRaw + " «" + rawWords(text, spans) + "»"
	}
	if m.tier == tierExact && marked(s.meant.must) {
		return WhyRestored + " «" + rawWords(text, spans) + "»"
	}
	if allExact(seen) {
		return WhyExact
	}
	return WhyFolded
}

// allExact reports whether each part of the query that matched did so exactly
// somewhere.
func allExact(spans []span) bool {
	exact := map[int]bool{}
	for _, s := range spans {
		exact[s.part] = exact[s.part] || s.exact
	}
	for _, ok := range exact {
		if !ok {
			return false
		}
	}
	return true
}

// rawWords are the first matched words as the page said them, each once.
func rawWords(text string, spans []span) string {
	const shown = 4
	var words, seen []string
	for _, s := range spans {
		word := text[s.start:s.end]
		if plain := fold(word); len(words) < shown && !slices.Contains(seen, plain) {
			words, seen = append(words, word), append(seen, plain)
		}
	}
	return strings.Join(words, " ")
}

// entry reads a stored entry by its number.
func (g *Generation) entry(n uint64) (e Entry, err error) {
	visitErr := g.visit(n, func(field string, value []byte) {
		switch field {
		case fieldEntry:
			err = json.Unmarshal(value, &e)
		case fieldText:
			e.Text = string(value)
		case fieldSaid:
			e.Raw = string(value)
		}
	})
	return e, errors.Join(visitErr, err)
}

// visit shows the stored fields of an entry, by its number.
func (g *Generation) visit(n uint64, see func(field string, value []byte)) error {
	for _, s := range g.segments() {
		size := uint64(s.FullSize())
		if n < size {
			return s.VisitDocument(n, func(field string, _ byte, value []byte, _ []uint64) bool {
				see(field, value)
				return true
			})
		}
		n -= size
	}
	return fmt.Errorf("no entry %d", n)
}
