package normalize

import "iter"

// Word is one token of a line: what stood there and what it reads as.
type Word struct {
	// Raw is what the page said; never changed.
	Raw string
	// Text is what it was read as, NFC. It may hold a space (one token that
	// was two words) or be empty (junk, or joined to the word before).
	Text string
	// Read is the reader's confidence in Raw, 0 to 1; 0 = unknown.
	Read float64
	// Sure is our confidence in Text, 0 to 1; 0 where we did not look.
	Sure float64
	// Doubtful marks a word that nobody could read well: Text is Raw.
	Doubtful bool
	// Change names what made Text differ from Raw: "form", "charset", "typing",
	// "stripped", "ocr" or "identifier"; empty when it does not.
	Change string
	// Candidates are the readings weighed, the likeliest first; nil where
	// there was nothing to weigh.
	Candidates []Candidate

	meant string  // what Raw says in Unicode, if that is not NFC of it
	by    string  // ChangeCharset, ChangeTyping or ChangeForm
	sure  float64 // of that
	taken bool    // into the word before, which was spread
}

// wordsOf are the words of a page, in order.
func wordsOf(page [][]Word) iter.Seq[*Word] {
	return func(yield func(*Word) bool) {
		for _, line := range page {
			for i := range line {
				if !yield(&line[i]) {
					return
				}
			}
		}
	}
}

// becomes sets what a word reads as by its form.
func (w *Word) becomes(text string, sure float64) { w.Text, w.Change, w.Sure = text, ChangeOCR, sure }

// Candidate is a reading and how likely it is, given the page and the words
// around.
type Candidate struct {
	Text string  `json:"text"`
	P    float64 `json:"p"`
}

// The values of Word.Change.
const (
	ChangeForm       = "form"    // NFC, Đ for Ð, letters that stood apart
	ChangeCharset    = "charset" // an old encoding
	ChangeTyping     = "typing"  // keystrokes of Telex or VNI
	ChangeStripped   = "stripped"
	ChangeOCR        = "ocr"
	ChangeIdentifier = "identifier"
)

// Damage is what the caller knows of where the text comes from.
type Damage uint8

const (
	// Unknown: decide by what the text says.
	Unknown Damage = iota
	// Trusted: change the form only (NFC).
	Trusted
	// ForeignOCR: read by an engine that knows no Vietnamese.
	ForeignOCR
	// VietnameseOCR: read by Tesseract vie or its like.
	VietnameseOCR
	// Stripped: typed without marks.
	Stripped
)
