package extract

import (
	"regexp"
	"strings"

	"vanthu/extract/fold"
)

// An at sign is hard on scanners: `ten@sgd.example` is read as `ten(@sgd.example`,
// `ten(2sgd.example`, `ten(Qsgd.example`. So where the text says that an
// address follows, a bracket and one such sign are the at sign.

// address is an e-mail address, its at sign perhaps misread; what is misread
// counts only after addressed.
var (
	address   = regexp.MustCompile(`([a-z0-9][a-z0-9._+-]*)(@|\(@|\([2qa9oe])([a-z0-9-]+(?:\.[a-z0-9-]+)+)`)
	addressed = regexp.MustCompile(`(?:thu dien tu|e-?mail|dia chi thu|hop thu)[^.;]{0,24}$`)
)

// readContacts sets e-mail addresses and telephone numbers.
func (r *reader) readContacts() {
	r.readEmails()
	for i := 0; i < len(r.f); {
		if !fold.IsDigit(r.f[i]) || i > 0 && (fold.IsDigit(r.f[i-1]) || fold.IsLetter(r.f[i-1]) || strings.IndexByte("/.,-", r.f[i-1]) >= 0) {
			i++
			continue
		}
		i = r.addPhone(i)
	}
}

// readEmails looks for addresses in the tokens that hold what may be an at sign.
func (r *reader) readEmails() {
	for at := 0; at < len(r.f); {
		i := strings.IndexAny(r.f[at:], "@(")
		if i < 0 {
			return
		}
		from := strings.LastIndexAny(r.f[at:at+i], " \n") + 1 + at
		end := strings.IndexAny(r.f[at+i:], " \n")
		if end < 0 {
			end = len(r.f) - at - i
		}
		at += i + end
		for _, m := range address.FindAllStringSubmatchIndex(r.f[from:at], -1) {
			r.addEmail(span{from + m[2], from + m[3]}, span{from + m[4], from + m[5]}, span{from + m[6], from + m[7]})
		}
	}
}

// addEmail adds the address of a name and a host, if what stands between them
// is an at sign.
func (r *reader) addEmail(name, at, host span) {
	sign := r.fold(at)
	if !strings.Contains(sign, "@") && !addressed.MatchString(r.f[max(0, name.from-60):name.from]) {
		return
	}
	whole := strings.Trim(r.str(name), ".-_") + "@" + strings.Trim(r.str(host), ".-_")
	r.fields.Contacts.Emails = once(r.fields.Contacts.Emails, whole)
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
