// Package typing reads the keystrokes of Vietnamese input methods that were
// left in a text because the method was off or missed a word.
//
// In comes one word as it stands, without signs around it; out come what Telex
// and VNI would have written for the same keys. It knows the form of words
// only: whether "dduwowngf" was meant as đường or is a word of its own is for
// the caller to decide, who knows the words around.
//
//	typing.Read("dduwowngf")  // [{đường telex 4 keys, clear}]
//	typing.Read("nhaan")      // [{nhân telex 1 key}]
//	typing.Read("d9u7o7ng2")  // [{đường vni 4 keys, clear}]
//	typing.Read("đưowngf")    // [{đường telex 2 keys, clear}]
//	typing.Read("strong")     // none: no syllable comes of it
//
// The methods, as their documentation has them: Telex doubles a letter for the
// circumflex (aa, ee, oo) and the stroke (dd), w is the horn and the breve and
// alone ư, and s f r x j are the tones sắc huyền hỏi ngã nặng; VNI has the
// digits 1 to 5 for the tones, 6 circumflex, 7 horn, 8 breve, 9 stroke. Keys
// may stand behind their letter or anywhere after it (nhana, duongw, dduongwf).
// Not known: the simple Telex that leaves w alone, keys typed twice to take a
// mark back, macros.
//
// The package has no state and is safe for concurrent use.
package typing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// The methods.
const (
	Telex = "telex"
	VNI   = "vni"
)

// Reading is a word that keys may have been meant for.
type Reading struct {
	Text   string // tone where the older rule puts it: hòa
	Method string
	Keys   int // that wrote marks
	// Clear: no other word has these keys: w as a mark, dd, a digit between
	// letters, two kinds of marks, keys beside letters with marks.
	Clear bool
}

// longest is that of a syllable's keys, in letters: nghieengs and some.
const longest = 12

// Read gives the readings of a word; none if it has no keys or no syllable
// with marks comes of them.
func Read(word string) []Reading {
	if n := utf8.RuneCountInString(word); n < 2 || n > longest {
		return nil
	}
	var out []Reading
	for _, method := range []string{Telex, VNI} {
		if r, ok := read(word, method); ok {
			out = append(out, r)
		}
	}
	return out
}

func read(word, method string) (Reading, bool) {
	var s speller
	press := s.telex
	if method == VNI {
		press = s.vni
	}
	for _, r := range word {
		if !press(r) {
			return Reading{}, false
		}
	}
	text := s.text()
	ok := s.keys > 0 && text != word && tone.Fold(text) != text && lm.IsSyllable(text) && s.fits()
	return Reading{Text: text, Method: method, Keys: s.keys, Clear: s.clear()}, ok
}

// speller is a syllable being typed.
type speller struct {
	letters []tone.Letter
	mark    tone.Tone
	keys    int
	kinds   [kindCount]bool
	inside  bool // letters after a key that is no letter
	marked  bool // letters that had marks already
}

// kind of a key.
type kind uint8

const (
	toneKey kind = iota
	doubleKey
	hornKey
	strokeKey
	digitKey
	kindCount
)

func (s *speller) key(k kind) bool {
	s.keys++
	s.kinds[k] = true
	return true
}

// clear reports whether nothing but an input method explains the keys.
func (s *speller) clear() bool {
	if s.kinds[digitKey] {
		return s.inside || s.marked
	}
	return s.kinds[hornKey] || s.kinds[strokeKey] || s.marked || s.kinds[toneKey] && s.kinds[doubleKey]
}

// telex presses a key of Telex; false if no syllable can come of it.
func (s *speller) telex(r rune) bool {
	switch low := unicode.ToLower(r); low {
	case 's', 'f', 'r', 'x', 'j':
		if s.hasVowel() {
			return s.setTone(telexTones[low]) && s.key(toneKey)
		}
	case 'w':
		return s.horn(r) && s.key(hornKey)
	case 'a', 'e', 'o':
		if s.shape(low, tone.Circumflex) {
			return s.key(doubleKey)
		}
	case 'd':
		if s.stroke() {
			return s.key(strokeKey)
		}
	}
	return s.letter(r)
}

var telexTones = map[rune]tone.Tone{'s': tone.Acute, 'f': tone.Grave, 'r': tone.Hook, 'x': tone.Tilde, 'j': tone.Dot}

var vniTones = map[rune]tone.Tone{'1': tone.Acute, '2': tone.Grave, '3': tone.Hook, '4': tone.Tilde, '5': tone.Dot}

// vni presses a key of VNI.
func (s *speller) vni(r rune) bool {
	ok := false
	switch r {
	case '1', '2', '3', '4', '5':
		ok = s.hasVowel() && s.setTone(vniTones[r]) && s.key(toneKey)
	case '6':
		ok = (s.shape('a', tone.Circumflex) || s.shape('e', tone.Circumflex) || s.shape('o', tone.Circumflex)) && s.key(doubleKey)
	case '7':
		ok = s.hasVowel() && s.horn(0) && s.key(hornKey)
	case '8':
		ok = s.shape('a', tone.Breve) && s.key(doubleKey)
	case '9':
		ok = s.stroke() && s.key(strokeKey)
	default:
		return s.letter(r)
	}
	s.kinds[digitKey], s.kinds[hornKey] = true, false
	return ok
}

// letter adds a letter that is no key.
func (s *speller) letter(r rune) bool {
	if !unicode.IsLetter(r) {
		return false
	}
	l := tone.Split(r)
	if l.Tone != tone.Level {
		if !s.setTone(l.Tone) {
			return false
		}
		l.Tone = tone.Level
	}
	s.marked = s.marked || r >= utf8.RuneSelf
	s.inside = s.inside || s.kinds[digitKey]
	s.letters = append(s.letters, l)
	return true
}

// setTone sets the tone; a second one is a mistake or another language.
func (s *speller) setTone(t tone.Tone) bool {
	ok := s.mark == tone.Level
	s.mark = t
	return ok
}

func (s *speller) hasVowel() bool {
	for _, l := range s.letters {
		if isVowel(l) {
			return true
		}
	}
	return false
}

func isVowel(l tone.Letter) bool { return strings.ContainsRune("aeiouyAEIOUY", l.Plain) }

func plain(l tone.Letter) rune { return unicode.ToLower(l.Plain) }

// shape gives the last bare vowel v a shape.
func (s *speller) shape(v rune, shape tone.Shape) bool {
	for i := len(s.letters) - 1; i >= 0; i-- {
		if l := &s.letters[i]; plain(*l) == v && l.Shape == tone.Bare {
			l.Shape = shape
			return true
		}
	}
	return false
}

// horn gives the last vowels horn or breve: ươ, ơ, ư, ă. Without a vowel, the
// key w itself is ư.
func (s *speller) horn(key rune) bool {
	for i := len(s.letters) - 1; i >= 0; i-- {
		l := &s.letters[i]
		switch v := plain(*l); {
		case v == 'o' && l.Shape == tone.Bare:
			l.Shape = tone.Horn
			if i > 0 && plain(s.letters[i-1]) == 'u' && !(i > 1 && plain(s.letters[i-2]) == 'q') {
				s.letters[i-1].Shape = tone.Horn
			}
			return true
		case v == 'u' && l.Shape == tone.Bare && !(i > 0 && plain(s.letters[i-1]) == 'q'):
			l.Shape = tone.Horn
			return true
		case v == 'a' && l.Shape == tone.Bare && !s.before('u', i):
			l.Shape = tone.Breve
			return true
		}
	}
	if key == 0 || s.hasVowel() {
		return false
	}
	u := tone.Letter{Plain: 'u', Shape: tone.Horn}
	if unicode.IsUpper(key) {
		u.Plain = 'U'
	}
	s.letters = append(s.letters, u)
	return true
}

// before reports whether the bare vowel v, not of qu, stands before letter i:
// uaw is ưa.
func (s *speller) before(v rune, i int) bool {
	return i > 0 && plain(s.letters[i-1]) == v && s.letters[i-1].Shape == tone.Bare && !(i > 1 && plain(s.letters[i-2]) == 'q')
}

// stroke makes the first letter đ if it is a d.
func (s *speller) stroke() bool {
	if len(s.letters) == 0 || plain(s.letters[0]) != 'd' || s.letters[0].Shape != tone.Bare {
		return false
	}
	s.letters[0].Shape = tone.Bar
	return true
}

// fits reports whether tone and ending go together: c ch p t take sắc and nặng
// only.
func (s *speller) fits() bool {
	last := plain(s.letters[len(s.letters)-1])
	stopped := strings.ContainsRune("cpt", last) ||
		last == 'h' && len(s.letters) > 1 && plain(s.letters[len(s.letters)-2]) == 'c'
	return !stopped || s.mark == tone.Acute || s.mark == tone.Dot
}

// text is the syllable with its tone in place.
func (s *speller) text() string {
	letters := append([]tone.Letter(nil), s.letters...)
	if n := len(letters); n > 1 && plain(letters[n-1]) == 'o' && letters[n-1].Shape == tone.Horn && plain(letters[n-2]) == 'u' {
		letters[n-2].Shape = tone.Bare // thuở; ươ is never open
	}
	if at := s.toneAt(); at >= 0 {
		letters[at].Tone = s.mark
	}
	var b strings.Builder
	for _, l := range letters {
		b.WriteRune(l.Rune())
	}
	return b.String()
}

// toneAt is the letter that carries the tone: the last one with a shape, else
// the middle one of three vowels, else of two the second before a consonant
// and the first in an open syllable; −1 without vowels.
func (s *speller) toneAt() int {
	first, last := s.vowels()
	for i := last; i >= first && first >= 0; i-- {
		if s.letters[i].Shape != tone.Bare {
			return i
		}
	}
	switch n := last - first + 1; {
	case first < 0:
		return -1
	case n == 3, n == 2 && last < len(s.letters)-1:
		return first + 1
	}
	return first
}

// vowels is where the vowels begin and end; the u of qu and the i of gi before
// a vowel belong to the consonant.
func (s *speller) vowels() (first, last int) {
	first, last = -1, -1
	for i, l := range s.letters {
		if !isVowel(l) {
			if first >= 0 {
				break
			}
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	if first == 1 && last > first {
		onset := string([]rune{plain(s.letters[0]), plain(s.letters[1])})
		if onset == "qu" || onset == "gi" {
			first++
		}
	}
	return first, last
}
