package normalize

// Change is one word that was restored or left in doubt, for people who want
// to know why.
type Change struct {
	Line       int         `json:"line"` // from 1
	Raw        string      `json:"raw"`
	Text       string      `json:"text"`
	Sure       float64     `json:"confidence"`
	Doubtful   bool        `json:"doubtful,omitempty"`
	Kind       string      `json:"change,omitempty"` // Word.Change
	Candidates []Candidate `json:"candidates"`
}

// Changes restores plain text as [Restorer.Text] does and lists the words that
// read otherwise now, and those that nobody could read.
func (r *Restorer) Changes(s string) []Change {
	var all []Change
	_, page := r.lines(s, true)
	for i, line := range page {
		for _, w := range line {
			if w.Text != w.Raw || w.Doubtful {
				all = append(all, Change{i + 1, w.Raw, w.Text, w.Sure, w.Doubtful, w.Change, w.Candidates})
			}
		}
	}
	return all
}
