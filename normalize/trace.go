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
func (r *Restorer) Changes(s string) (all []Change) {
	for line := 0; s != ""; {
		n := partLength(s)
		p := r.part(s[:n], true)
		all = append(all, p.changes(line)...)
		line += len(p.lines) - 1
		s = s[n:]
	}
	return all
}
