// Package normalize turns what a bad scanner, a wrong-language OCR, a broken
// font or a keyboard without marks left into the Vietnamese that stood on the
// page, says how sure it is, and leaves good text alone.
//
// Words come in as the page said them (Raw) and go out as they read (Text),
// with a confidence and the readings that were weighed:
//
//	r, err := normalize.New(normalize.Options{})
//	r.Text("Uy ban nhan dan tinh")            // "Ủy ban nhân dân tỉnh"
//	r.Lines(ctx, page, normalize.ForeignOCR)  // in place, word by word
//	r.Changes(text)                           // what was changed, and why
//
// How a paragraph is read is told from its words (diagnose.go, plan.go):
//
//	leave    it is as it should be, or not Vietnamese
//	unmark   marks are missing              stripped.go, sides.go, memory.go
//	reread   letters were taken for others  ocr.go, finder.go, glued.go, runs.go, split.go, quotes.go
//	repair   right but for slips            repair.go
//
// All three that change anything make a lattice of slots with options, which
// one decoder searches (decoder.go: start reading there). Document numbers are
// repaired by grammar alone (identifier.go), letters set apart put together
// (spread.go), dates, lists, figures and other things by their form
// (Restorer.byForm); hoà or hòa is as the paper spells (spelling.go). The rooms
// below:
//
//	lm       the language model: which word follows which
//	rescore  which reading of a stripped word its neighbours speak for
//	noise    the noisy channel: which word was read as what
//	tone     Vietnamese letters, their marks, NFC
//	charset  legacy encodings
//	score    comparing texts, word for word
//	model    the trained files
//
// It never touches Raw, never changes the number of lines or words, never
// changes digits, dates, e-mail addresses or web addresses, and knows no pages
// or boxes: the trainer has none. A Restorer is safe for concurrent use.
package normalize
