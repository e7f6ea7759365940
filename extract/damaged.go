package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// A name under pen and seal. Nobody can tell a person's name from another but
// by its letters, so little is put right: the first syllable, because it is one
// of some hundred surnames, and only where one of them is nearer to what was
// read than any other by two letters or marks:
//
//	tĐiểu Minh Sang     a stroke before Điểu: 0 edits, the next (Kiều, Tiêu) 2: Điểu Minh Sang
//	guyễn Văn Bảo       Nguyễn 1, the next 4: Nguyễn Văn Bảo
//	rần Thị Sáu         only Trần ends so, whatever else is near: Trần Thị Sáu
//	Hồăng Gia Lâm       Hồng 1, Hoàng 2: null, both are shown to a person
//	#ơng Thị Mai Khuê   Ông 1, Dương, Lương, Vương, Công 2: null
//	==z LÝVăn Sáu       a surname, a space lost: Lý Văn Sáu
//
// The other syllables are only taken as they were read. What one in two readers
// would not swear to (doubtful) counts as damaged even if it is a surname.

// doubtful is the confidence below which a word of a name is not believed.
const doubtful = 0.5

// readSignerName sets the signer's name from what the block holds.
func (r *reader) readSignerName(f foot) {
	switch {
	case !f.name.empty() && !r.doubts(r.wordsOf(f.name)):
		r.setSignerName(f.name)
	case !f.name.empty():
		r.repairName(f.name, r.wordsOf(f.name))
	case !f.spoiled.empty():
		r.repairName(f.spoiled, r.nameWords(f.spoiled))
	default:
		r.review("signer.name", "not read")
	}
}

// setSignerName sets a name that was read well. Marks that restoration put on a
// page without any are its guess: Quảng may be Quang.
func (r *reader) setSignerName(sp span) {
	sure := 0.9
	if r.guessesMarks(sp) {
		sure = guessedMarks
		r.review("signer.name", "not read for sure: %s", r.rawName(sp).s)
	}
	r.set("signer.name", &r.fields.Signer.Name, r.properName(r.nameAsRead(sp)), sp, "signature:name", sure)
}

// guessedMarks is how sure a name is whose marks the page does not show: not so
// sure that it would tell of other documents (sureSibling).
const guessedMarks = 0.5

// doubts reports whether a word was hardly read.
func (r *reader) doubts(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return r.pages[w.page].Lines[w.line].Words[w.n].Conf < doubtful
	})
}

// isSpoiledName reports whether a cell may be a name with its beginning lost:
// at least two good syllables at its end, one word or none before them.
func (r *reader) isSpoiledName(sp span) bool {
	words := r.nameWords(sp)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	if r.gluedName(words) != "" {
		return true
	}
	sound := 0
	for i := len(words) - 1; i >= 0 && r.isSyllable(words[i]); i-- {
		sound++
	}
	return sound >= 2 && len(words)-sound <= 1 && !r.doubts(words[1:])
}

// nameWords are the words of a cell without the single strokes before them.
func (r *reader) nameWords(sp span) []word {
	words := r.wordsOf(r.trim(sp, junk))
	for len(words) > 0 && utf8.RuneCountInString(strings.Trim(r.str(words[0].span), junk)) <= 1 {
		words = words[1:]
	}
	return words
}

// isSyllable reports whether a word is a capital and small letters.
func (r *reader) isSyllable(w word) bool {
	s := r.str(w.span)
	rest := strings.TrimLeftFunc(s, unicode.IsUpper)
	return utf8.RuneCountInString(s)-utf8.RuneCountInString(rest) == 1 && rest != "" &&
		strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLower(c) }) < 0
}

// repairName sets a name of two words or more whose first syllable is damaged,
// if there is one way to read it, and shows a person all of them if not.
func (r *reader) repairName(sp span, words []word) {
	if name := r.gluedName(words); name != "" {
		r.set("signer.name", &r.fields.Signer.Name, name, sp, "signature:damaged", 0.8)
		return
	}
	first, rest := r.str(words[0].span), r.nameAsRead(span{words[1].from, words[len(words)-1].to})
	fitting, sure := r.surnamesLike(first)
	if sure && !r.doubts(words[1:]) {
		r.set("signer.name", &r.fields.Signer.Name, fitting[0]+" "+rest, sp, "signature:damaged", 0.7)
		return
	}
	r.note("signer.name", sp, "signature:damaged", 0)
	for _, s := range fitting[:min(len(fitting), mostFitting)] {
		r.alternative("signer.name", s+" "+rest)
	}
	r.review("signer.name", "not read for sure: %s", strings.TrimSpace(r.str(sp)))
}

// gluedName is a name whose surname and next syllable lost the space between
// them, behind at most one word of dirt; "" if there is none.
func (r *reader) gluedName(words []word) string {
	for i := 0; i < min(2, len(words)-1); i++ {
		surname, rest, ok := r.splitSurname(r.str(words[i].span))
		if !ok || r.doubts(words[i:]) || slices.ContainsFunc(words[i+1:], func(w word) bool { return !r.isSyllable(w) }) {
			continue
		}
		return surname + " " + rest + " " + r.nameAsRead(span{words[i+1].from, words[len(words)-1].to})
	}
	return ""
}

// splitSurname parts a word that is a surname and the syllable after it.
func (r *reader) splitSurname(w string) (surname, rest string, ok bool) {
	at := strings.LastIndexFunc(w, unicode.IsUpper)
	if at <= 0 || strings.IndexFunc(w[at:], unicode.IsLower) < 0 {
		return "", "", false
	}
	surname = r.surname(titleCase(w[:at]))
	return surname, w[at:], surname != ""
}

// mostFitting is how many names a person is shown.
const mostFitting = 8

// surnameEdits is how far from what was read a surname may be to be shown.
const surnameEdits = 2

// surnamesLike are the surnames that a damaged word may stand for, nearest
// first, and whether only the first can be meant.
func (r *reader) surnamesLike(read string) (fitting []string, sure bool) {
	want := strings.ToLower(withoutStroke(read))
	at := make([][]string, surnameEdits+2)
	for _, s := range r.rules.Surnames {
		n := min(levenshtein.ComputeDistance(want, strings.ToLower(s.Text)), surnameEdits+1)
		at[n] = append(at[n], s.Text)
	}
	fitting = slices.Concat(at[:surnameEdits+1]...)
	if whole := r.surnamesEnding(want); len(at[0]) == 0 && len(whole) == 1 {
		fitting = slices.DeleteFunc(fitting, func(s string) bool { return s == whole[0] })
		return append(whole, fitting...), true
	}
	sure = len(at[0]) == 1 && len(at[1]) == 0 || len(at[0]) == 0 && len(at[1]) == 1 && len(at[2]) == 0
	return fitting, sure && utf8.RuneCountInString(want) > 1
}

// The seal hides beginnings: at most two letters, and three are left.
const (
	mostHidden = 2
	leastLeft  = 3
)

// surnamesEnding are the surnames of which a word in small letters is the end.
func (r *reader) surnamesEnding(end string) (found []string) {
	if utf8.RuneCountInString(end) < leastLeft {
		return nil
	}
	for _, s := range r.rules.Surnames {
		hidden, ok := strings.CutSuffix(strings.ToLower(s.Text), end)
		if n := utf8.RuneCountInString(hidden); ok && n > 0 && n <= mostHidden {
			found = append(found, s.Text)
		}
	}
	return found
}

// withoutStroke cuts the strokes off a word that stand before its capital, or
// before its first letter: `tĐiểu`, `#ơng`.
func withoutStroke(w string) string {
	w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) })
	if i := strings.IndexFunc(w, unicode.IsUpper); i > 0 {
		return w[i:]
	}
	return w
}
