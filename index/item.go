package index

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const quotes = `"“”„`

// skipSpace goes to the next rune that can begin an item.
func (p *parser) skipSpace() {
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(`-*()§|`+quotes, r) {
			return
		}
		p.at += n
	}
}

// item reads one word, phrase, number, field, bracket or joint.
func (p *parser) item() error {
	start := p.at
	exclude := p.exclusion()
	if strings.HasPrefix(p.text[p.at:], "(") {
		return p.bracket(start, exclude)
	}
	if a, ok, err := p.fieldHere(); ok || err != nil {
		if err != nil {
			return err
		}
		return p.add(a, exclude)
	}
	if number, ok := p.numberHere(); ok {
		p.at = number.end
		p.dropLead()
		return p.add(atom{kind: atomNumber, number: number, at: start}, exclude)
	}
	if r, n := utf8.DecodeRuneInString(p.text[p.at:]); strings.ContainsRune(quotes, r) {
		return p.phrase(start, n, exclude)
	}
	word := p.word()
	if j, ok := jointOf(word, start); ok && !exclude {
		return p.join(j)
	}
	if word == "AND" && !exclude {
		return nil
	}
	a := atom{kind: atomWord, syllables: syllables(word), at: start}
	if strings.Contains(word, "*") {
		if err := p.checkPrefix(word, a); err != nil {
			return err
		}
		a.kind = atomPrefix
	}
	return p.addWords(a, exclude)
}

// addWords adds words, or the number that they are: 05.KH.UBND.
func (p *parser) addWords(a atom, exclude bool) error {
	if number, ok := wholeNumber(a.syllables); ok && a.kind != atomNear {
		p.dropLead()
		a = atom{kind: atomNumber, number: number, at: a.at}
	}
	return p.add(a, exclude)
}

// exclusion reads a minus that stands right before something, or NOT.
func (p *parser) exclusion() bool {
	if rest, ok := strings.CutPrefix(p.text[p.at:], "NOT "); ok && strings.Trim(rest, " )") != "" {
		p.at = len(p.text) - len(strings.TrimLeft(rest, " "))
		return true
	}
	if p.text[p.at] != '-' {
		return false
	}
	p.at++
	return p.at < len(p.text) && p.text[p.at] != ' ' && p.text[p.at] != '-' && p.text[p.at] != ')'
}

func (p *parser) numberHere() (identifier, bool) {
	for _, n := range p.numbers {
		if n.start == p.at {
			return n, true
		}
	}
	return identifier{}, false
}

// word reads up to the next space, bracket or quotation mark.
func (p *parser) word() string {
	rest := p.text[p.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()"+quotes, r) })
	if end < 0 {
		end = len(rest)
	}
	p.at += end
	return rest[:end]
}

// quoted reads what stands between quotation marks, the first of n bytes.
func (p *parser) quoted(n int) (string, error) {
	inside := p.text[p.at+n:]
	end := strings.IndexAny(inside, quotes)
	if said := strings.TrimSpace(inside); end < 0 && said != "" {
		return "", p.suggest(p.at, ProblemQuote, `"`+said+`"`)
	} else if end < 0 {
		return "", p.fail(p.at, ProblemQuote)
	}
	_, last := utf8.DecodeRuneInString(inside[end:])
	p.at += n + end + last
	return inside[:end], nil
}

var distanceForm = regexp.MustCompile(`^~(\d{1,9})`)

// phrase reads words in quotation marks, and ~5 behind them.
func (p *parser) phrase(start, quote int, exclude bool) error {
	inside, err := p.quoted(quote)
	if err != nil {
		return err
	}
	a := atom{kind: atomPhrase, syllables: syllables(inside), at: start}
	if m := distanceForm.FindStringSubmatch(p.text[p.at:]); m != nil {
		p.at += len(m[0])
		a.kind = atomNear
		if a.distance, err = strconv.Atoi(m[1]); err != nil || a.distance > maxDistance {
			return p.suggest(start, ProblemNear, `"`+inside+`"~`+strconv.Itoa(maxDistance))
		}
	}
	return p.addWords(a, exclude)
}

func (p *parser) checkPrefix(word string, a atom) error {
	p.prefixes++
	switch {
	case strings.IndexByte(word, '*') != len(word)-1 || len(a.syllables) != 1,
		utf8.RuneCountInString(a.syllables[0].folded) < minPrefixRunes:
		return p.fail(a.at, ProblemPrefix)
	case p.prefixes > maxPrefixes:
		return p.fail(a.at, ProblemPrefixes)
	}
	return nil
}

// add puts one atom in its final form where it belongs.
func (p *parser) add(a atom, exclude bool) error {
	switch {
	case a.kind == atomNumber || a.kind == atomField:
	case len(a.syllables) == 0:
		return nil
	case a.kind == atomWord && len(a.syllables) > 1:
		a.kind = atomPhrase
	case (a.kind == atomPhrase || a.kind == atomNear) && len(a.syllables) == 1:
		a.kind, a.distance = atomWord, 0
	}
	if p.syllables += len(a.syllables); p.syllables > maxQuerySyllables {
		return p.fail(a.at, ProblemTooManyWords)
	}
	a.end = p.at
	return p.addAtoms([]atom{a}, exclude, a.at)
}
