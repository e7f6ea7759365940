package extract

import (
	"regexp"
	"strings"

	"vanthu/extract/fold"
)

// An at sign is hard on scanners: `ten@sgd.example` is read as `ten(@sgd.example`,
// `ten(2sgd.example`, `ten(Qsgd.example`. So where the text says that an
// address follows, a bracket and one such sign are the at sign. Where it says that
// a telephone follows, letters like figures are figures if just as many come out
// as the number must have (`0292 3/77 24G` is 0292 3777 246), and a person is told.

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
// ten or eleven digits from 0 (0974.226.679, 02713 825 825), a service number from
// 1800 or 1900, or, where the text says telephone, the seven or eight of a town
// (38 592 741).
func (r *reader) addPhone(i int) int {
	var digits []byte
	end, gap := i, i
	for gap < len(r.f) && gap-end <= 2 {
		switch c := r.f[gap]; {
		case gap > end && isMobile(digits): // 0905.111.222. ⏎ 3. is the next item
			gap += 3
			continue
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
	local := (len(s) == 7 || len(s) == 8) && s[0] != '0' && telephoned.MatchString(r.f[max(0, i-24):i])
	if !service && !local && (len(s) < 10 || len(s) > 11 || s[0] != '0') || faxBefore(r.f, i) {
		return r.addMisreadPhone(i)
	}
	r.fields.Contacts.Phones = once(r.fields.Contacts.Phones, s)
	return end
}

// isMobile reports whether digits are the whole number of a mobile telephone: ten,
// while those of towns, and of mobiles once, have eleven.
func isMobile(digits []byte) bool {
	return len(digits) == 10 && digits[0] == '0' && strings.IndexByte("35789", digits[1]) >= 0
}

// telephoned is what says that a telephone number follows.
var telephoned = regexp.MustCompile(`(?:^|[^a-z])(?:dien thoai|s?dt|tel|hotline|di dong|so may)[ :.(]{0,4}$`)

// figureLike are the characters that figures are read as.
var figureLike = map[byte]byte{'o': '0', 'i': '1', 'l': '1', '|': '1', 'z': '2', 's': '5', 'g': '6', '/': '7', 'b': '8'}

// addMisreadPhone reads a number in which figures were misread, if the text
// calls it one, and gives where to go on.
func (r *reader) addMisreadPhone(i int) int {
	if _, isDate := dateAt(r.f, i); isDate || r.f[i] != '0' || !telephoned.MatchString(r.f[max(0, i-24):i]) {
		return r.pastDigits(i)
	}
	digits, mended, end := "", 0, i
	for end < len(r.f) && len(digits) < longestPhone {
		stop := end
		for stop < len(r.f) && strings.IndexByte(" .-\n,;", r.f[stop]) < 0 && stop-end <= longestPhone {
			stop++
		}
		group, n, ok := figureGroup(r.f[end:stop])
		if !ok {
			break
		}
		digits, mended, end = digits+group, mended+n, min(len(r.f), stop+1)
	}
	if n := len(digits); mended == 0 || mended > mostMended || n != 10 && n != longestPhone || (digits[1] == '2') != (n == longestPhone) {
		return r.pastDigits(i)
	}
	r.fields.Contacts.Phones = once(r.fields.Contacts.Phones, digits)
	r.review("contacts", "%s: taken for %s", strings.TrimRight(r.str(span{i, end}), " .,;-\n"), digits)
	return end
}

// figureGroup are the figures of a group and how many of them were misread; not
// ok if it is none.
func figureGroup(f string) (digits string, mended int, ok bool) {
	for _, c := range []byte(f) {
		if like := figureLike[c]; like != 0 {
			c, mended = like, mended+1
		}
		if !fold.IsDigit(c) {
			return "", 0, false
		}
		digits += string(c)
	}
	return digits, mended, 2*mended < len(digits)
}

// mostMended is how many figures of a number may have been misread, longestPhone
// how many it has at most: those of a town have one more than others.
const mostMended, longestPhone = 2, 11

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
