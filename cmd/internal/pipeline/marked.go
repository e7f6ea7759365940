package pipeline

import (
	"context"
	"slices"
	"strings"

	"vanthu/index"
	"vanthu/ingest"
)

// Mark is a match on a page: a word and which bytes of it match.
type Mark struct {
	Line, Word int // of AllLines
	From, To   int
}

// AllLines are a page's lines with those of its annotations behind them.
func AllLines(p ingest.Page) []ingest.Line { return slices.Concat(p.Lines, p.Annotations) }

// Marked finds what a query matches on a page, as its words read now or, with
// raw, as the page said them. A match may go over the ends of lines.
func Marked(p ingest.Page, q index.Query, raw bool) ([]Mark, error) {
	var b strings.Builder
	var words []Mark // From and To in the text of the page
	for i, l := range AllLines(p) {
		for k, w := range l.Words {
			said := w.Text
			if raw {
				said = w.Raw
			}
			words = append(words, Mark{i, k, b.Len(), b.Len() + len(said)})
			b.WriteString(said + " ")
		}
	}
	spans, err := q.Marks(b.String())
	var out []Mark
	at := 0
	for _, s := range spans {
		for at < len(words) && words[at].To <= s[0] {
			at++
		}
		for _, w := range words[at:] {
			if w.From >= s[1] {
				break
			}
			if w.From < w.To {
				out = append(out, Mark{w.Line, w.Word, max(s[0], w.From) - w.From, min(s[1], w.To) - w.From})
			}
		}
	}
	return out, err
}

// PlacedHit is a hit with the places of the matching words on its page.
type PlacedHit struct {
	index.Hit
	Boxes []ingest.Box `json:"boxes"`
}

// Place finds where on their pages the matches of hits stand: in what was
// restored or, where that does not match, in what the page said.
func (v *View) Place(ctx context.Context, q index.Query, hits []index.Hit) ([]PlacedHit, error) {
	out := make([]PlacedHit, len(hits))
	for i, h := range hits {
		out[i] = PlacedHit{Hit: h, Boxes: []ingest.Box{}}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r, err := v.folder.LoadRecord(ingest.ID(h.ID))
		if err != nil {
			return nil, err
		}
		if h.Page > len(r.Document.Pages) {
			continue
		}
		if out[i].Boxes, err = boxes(r.Document.Pages[h.Page-1], q); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// boxes are the places of the words that match, each once.
func boxes(p ingest.Page, q index.Query) ([]ingest.Box, error) {
	marks, err := Marked(p, q, false)
	if err == nil && len(marks) == 0 {
		marks, err = Marked(p, q, true)
	}
	lines := AllLines(p)
	out := []ingest.Box{}
	for _, m := range marks {
		if b := lines[m.Line].Words[m.Word].Box; !b.IsZero() && !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out, err
}
