// Package score compares a text with what it should be, word for word.
//
//	c := score.Words(gold, raw, restored)
//	c.Right, c.Helped, c.Hurt
//
// Words are separated by white space; case, marks and punctuation count. The
// alignment is the minimal one, as in word error rate.
package score

import "strings"

// Count is the outcome of a comparison.
type Count struct {
	Gold       int // words there should be
	RawRight   int // of them right in the raw text
	Right      int // of them right in the restored text
	Helped     int // wrong in the raw text and right in the restored
	Hurt       int // right in the raw text and wrong in the restored
	RawErrors  int // word errors (substituted, missing, added) before
	Errors     int // and after
	HurtWords  []string
	WrongWords []string // gold words that are wrong in the restored text
}

// Add sums counts.
func (c *Count) Add(o Count) {
	c.Gold += o.Gold
	c.RawRight += o.RawRight
	c.Right += o.Right
	c.Helped += o.Helped
	c.Hurt += o.Hurt
	c.RawErrors += o.RawErrors
	c.Errors += o.Errors
	c.HurtWords = append(c.HurtWords, o.HurtWords...)
	c.WrongWords = append(c.WrongWords, o.WrongWords...)
}

// Words compares.
func Words(gold, raw, restored string) Count {
	g := strings.Fields(gold)
	before, rawErrors := align(g, strings.Fields(raw))
	after, errors := align(g, strings.Fields(restored))
	c := Count{Gold: len(g), RawErrors: rawErrors, Errors: errors}
	for i, word := range g {
		b, a := before[i] == word, after[i] == word
		switch {
		case a && b:
			c.RawRight, c.Right = c.RawRight+1, c.Right+1
		case a:
			c.Right, c.Helped = c.Right+1, c.Helped+1
		case b:
			c.RawRight, c.Hurt = c.RawRight+1, c.Hurt+1
			c.HurtWords = append(c.HurtWords, word+"→"+after[i])
		}
		if !a {
			c.WrongWords = append(c.WrongWords, word+"←"+after[i]+"←"+before[i])
		}
	}
	return c
}

// RightOf tells of every word of have whether it is right: aligned with an
// equal gold word.
func RightOf(gold, have []string) []bool {
	right := make([]bool, len(have))
	partner, _ := align(have, gold)
	for i, w := range have {
		right[i] = partner[i] == w
	}
	return right
}

// align returns, for every gold word, its partner ("" for none), and the
// number of errors.
func align(gold, have []string) ([]string, int) {
	w := len(have) + 1
	d := make([]int32, (len(gold)+1)*w)
	for i := range len(gold) + 1 {
		for j := range w {
			switch {
			case i == 0:
				d[j] = int32(j)
			case j == 0:
				d[i*w] = int32(i)
			default:
				d[i*w+j] = min(d[(i-1)*w+j-1]+differ(gold[i-1], have[j-1]), d[(i-1)*w+j]+1, d[i*w+j-1]+1)
			}
		}
	}
	partner := make([]string, len(gold))
	for i, j := len(gold), len(have); i > 0; {
		switch {
		case j > 0 && d[i*w+j] == d[(i-1)*w+j-1]+differ(gold[i-1], have[j-1]):
			i, j = i-1, j-1
			partner[i] = have[j]
		case d[i*w+j] == d[(i-1)*w+j]+1:
			i--
		default:
			j--
		}
	}
	return partner, int(d[len(d)-1])
}

func differ(a, b string) int32 {
	if a == b {
		return 0
	}
	return 1
}
