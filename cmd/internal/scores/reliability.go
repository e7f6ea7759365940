package scores

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
	"vanthu/normalize/score"
	"vanthu/normalize/tone"
)

// confidences are how sure restoration said to be of words, in ten steps, and
// how many of those were right.
type confidences struct{ words, right [10]int }

// add counts the words of pages that restoration looked into.
func (c *confidences) add(gold string, pages []ingest.Page) {
	var have []string
	var sure []float64
	for _, p := range pages {
		for _, l := range p.Lines {
			for _, w := range l.Words {
				for _, part := range strings.Fields(tone.NFC(w.Text)) {
					have, sure = append(have, part), append(sure, w.Sure)
				}
			}
		}
	}
	for i, right := range score.RightOf(strings.Fields(tone.NFC(gold)), have) {
		if sure[i] <= 0 {
			continue
		}
		step := min(int(sure[i]*10), 9)
		c.words[step]++
		if right {
			c.right[step]++
		}
	}
}

// rows are the steps that have words.
func (c *confidences) rows() (rows []Row) {
	for i, n := range c.words {
		if n > 0 {
			what := fmt.Sprintf("told %.1f to %.1f", float64(i)/10, float64(i+1)/10)
			rows = append(rows, Row{Section: Restoration, Set: samplesSet, What: what, N: n, Figure: fmt.Sprintf("%.1f %% right", percent(c.right[i], n))})
		}
	}
	return rows
}

// measureReliability tells of all files how often words were right of which
// restoration was how sure.
func (s samples) measureReliability(records map[string]pipeline.Record) []Row {
	var c confidences
	for _, file := range slices.Sorted(maps.Keys(records)) {
		c.add(s.texts[s.documents[file]], records[file].Document.Pages)
	}
	return c.rows()
}
