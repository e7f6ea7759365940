package extract

import (
	"cmp"
	"strconv"
	"strings"
)

// inSeries reports whether a number of a day stands in order among those of the
// same series: the same symbol in the same year.
func inSeries(number, day string, siblings []Sibling) bool {
	for _, s := range siblings {
		if order, ok := inOrder(number, day, s); ok && order != cmp.Compare(day, s.Issued) && day != s.Issued {
			return false
		}
	}
	return true
}

// inOrder compares a number with that of a sibling; not ok if they are not of
// one series.
func inOrder(number, day string, s Sibling) (order int, ok bool) {
	serial, tail := series(number)
	other, tailOther := series(s.Number)
	if serial == 0 || other == 0 || tail != tailOther || len(day) < 4 || len(s.Issued) < 4 || day[:4] != s.Issued[:4] {
		return 0, false
	}
	return cmp.Compare(serial, other), true
}

// series parts a number into serial and symbol: 1146 and KH-ĐHTĐ.
func series(number string) (serial int, symbol string) {
	digits, symbol, _ := strings.Cut(number, "/")
	serial, _ = strconv.Atoi(digits)
	return serial, symbol
}
