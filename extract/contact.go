package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// readContacts sets e-mail addresses and telephone numbers.
func (r *reader) readContacts() {
	for i := range r.f {
		if r.f[i] == '@' {
			r.addEmail(i)
		}
	}
	for i := 0; i < len(r.f); {
		if !fold.IsDigit(r.f[i]) || i > 0 && (fold.IsDigit(r.f[i-1]) || fold.IsLetter(r.f[i-1]) || strings.IndexByte("/.,-", r.f[i-1]) >= 0) {
			i++
			continue
		}
		i = r.addPhone(i)
	}
}

// addEmail reads the address around an at sign.
func (r *reader) addEmail(at int) {
	from, to := at, at+1
	for from > 0 && inAddress(r.f[from-1]) {
		from--
	}
	for to < len(r.f) && inAddress(r.f[to]) {
		to++
	}
	sp := r.trim(span{from, to}, ".-_")
	if end := strings.Index(r.fold(sp), "./"); end > 0 {
		sp.to = sp.from + end
	}
	if host := r.f[at+1 : max(at+1, sp.to)]; sp.from >= at || !strings.Contains(host, ".") {
		return
	}
	r.fields.Contacts.Emails = once(r.fields.Contacts.Emails, r.str(sp))
}

func inAddress(c byte) bool {
	return fold.IsLetter(c) || fold.IsDigit(c) || c == '.' || c == '-' || c == '_' || c == '+'
}

// addPhone reads a telephone number from a digit on and gives where to go on:
// ten or eleven digits from 0 (0974.226.679, 02713 825 825), or a service
// number from 1800 or 1900.
func (r *reader) addPhone(i int) int {
	var digits []byte
	end, gap := i, i
	for gap < len(r.f) && gap-end <= 2 {
		switch c := r.f[gap]; {
		case fold.IsDigit(c):
			digits, end = append(digits, c), gap+1
		case strings.IndexByte(". -)(", c) < 0:
			gap += 3
			continue
		}
		gap++
	}
	s := string(digits)
	service := len(s) >= 8 && len(s) <= 10 && (strings.HasPrefix(s, "1800") || strings.HasPrefix(s, "1900"))
	if !service && (len(s) < 10 || len(s) > 11 || s[0] != '0') || faxBefore(r.f, i) {
		return r.pastDigits(i)
	}
	r.fields.Contacts.Phones = once(r.fields.Contacts.Phones, s)
	return end
}

func (r *reader) pastDigits(i int) int {
	for i < len(r.f) && fold.IsDigit(r.f[i]) {
		i++
	}
	return i
}

func faxBefore(f string, pos int) bool {
	before := strings.TrimRight(f[max(0, pos-8):pos], " :.(")
	return strings.HasSuffix(before, "fax")
}

// once appends a value unless the list has it.
func once(list []string, value string) []string {
	for _, v := range list {
		if v == value {
			return list
		}
	}
	return append(list, value)
}
