package hand

import (
	"regexp"
	"strconv"
)

// The forms of each kind, and of what one may begin with.
var (
	wholeForms = map[Kind]*regexp.Regexp{
		Digits: regexp.MustCompile(`^\d{1,12}$`),
		Serial: regexp.MustCompile(`^\d{1,5}[a-d]?$`),
		Day:    regexp.MustCompile(`^([1-9]|0[1-9]|[12]\d|3[01])$`),
		Month:  regexp.MustCompile(`^([1-9]|0[1-9]|1[0-2])$`),
		Year:   regexp.MustCompile(`^(19|20)\d\d$`),
	}
	firstForms = map[Kind]*regexp.Regexp{
		Digits: wholeForms[Digits],
		Serial: wholeForms[Serial],
		Day:    regexp.MustCompile(`^(\d|0[1-9]|[12]\d|3[01])$`),
		Month:  regexp.MustCompile(`^(\d|0[1-9]|1[0-2])$`),
		Year:   regexp.MustCompile(`^(1|2|(19|20)\d{0,2})$`),
	}
)

// begins reports whether a text of the kind may begin with s.
func (k Kind) begins(s string) bool { return firstForms[k].MatchString(s) }

// Prices are logarithms. What the rules on documents want written in another way
// is irregular: one writer in twelve does not care. Letters behind a serial are
// as rare, but there the network knows that already in part.
const (
	irregular = 2.5
	lettered  = 1.0
)

// price returns what the form of a text costs, and whether a field of the kind
// may hold it at all.
func (k Kind) price(s string) (float64, bool) {
	if !wholeForms[k].MatchString(s) {
		return 0, false
	}
	n, _ := strconv.Atoi(s) // a serial with a letter is 0 here
	switch {
	case k == Serial && s[len(s)-1] > '9':
		return lettered, true
	case k == Serial && s[0] == '0' && len(s) > 2, k == Day && len(s) == 1, k == Month && len(s) == 1 && n < 3:
		return irregular, true
	case k == Month && len(s) == 2 && n > 2 && n < 10:
		return irregular / 2, true
	}
	return 0, true
}

// noSlash is the price of print behind a serial that does not begin with a
// slash (`Số: ⟨28⟩-CT/TU`): without it the slash of `Số: ⟨47⟩/KH` is a fine 1.
const noSlash = 1.5

// endPrice is what the end of a field costs, where print follows the number.
func (k Kind) endPrice(slash bool) float64 {
	if k == Serial && !slash {
		return noSlash
	}
	return 0
}
