package normalize

// A text in another language, or a program, is left alone as a whole: what is
// left of English after a damaged paragraph's tests would be "repaired" word by
// word (only → ông). The share of words that are Vietnamese syllables but for
// their marks tells it, whatever marks they have: a reader set to German sees
// chöng and phäp. It is 0.65 to 0.81 on pages that an English OCR made of
// Vietnamese ones, 0.42 on the worst that ocrad made and are to be read at all,
// 0.86 and more on all others in ../shared; 0.27 on English prose, 0.16 on Go
// source. Where words have marks it is no question.

const (
	enoughToTell = 12
	fewSyllables = 0.36
	fewMarks     = 0.05
)

// otherLanguage reports whether the words are mostly none of Vietnamese.
func (h health) otherLanguage() bool {
	n := float64(h.words)
	return h.words >= enoughToTell && float64(h.shaped) < fewSyllables*n && float64(h.marked) < fewMarks*n
}
