package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// Capacity lines say for whom somebody signs. Pen and seal lie over them, so
// they are put right by each other and by what can stand there at all:
//
//	VỊ. GIÁM ĐỐC ⏎ PHÓ GIÁM ĐỐC     a deputy signs for: KT. GIÁM ĐỐC
//	KT. CHỦ TỊCH ⏎ PHDACHU TỊCH     under KT. the deputy: PHÓ CHỦ TỊCH
//	BAN NHÂN DÂN                    this body signs by TM. only: TM. ỦY BAN NHÂN DÂN
//	Ñ BAN THƯỜNG VỤ                 and this by T/M, in the party: T/M BAN THƯỜNG VỤ

// isCapacity reports whether a line begins with TM., KT., TL., TUQ. or Q.
func isCapacity(f string) bool {
	f = strings.Replace(f, "/", "", 1) // T/M in party documents
	for _, p := range []string{"tm", "kt", "tl", "tuq", "q"} {
		if strings.HasPrefix(f, p) && len(f) > len(p)+3 {
			next := f[len(p)]
			return next == '.' || next == ',' || next == ':' || len(p) > 1 && next == ' '
		}
	}
	return false
}

// signedFor is the line in whose name a line in capitals says that somebody
// signs, if its beginning is lost under pen or seal: `BAN NHÂN DÂN`,
// `~F#M=RAN THƯỜNG VỤ`. These bodies sign by TM. or, in the party, T/M only.
func (r *reader) signedFor(sp span) string {
	f := strings.Trim(r.fold(sp), junk)
	if !inCapitals(r.str(sp)) {
		return ""
	}
	for _, by := range []struct{ key, sign string }{{"collective", "TM. "}, {"party-collective", "T/M "}} {
		for _, body := range r.rules.Anchors[by.key] {
			n := sharedEnd(f, body.Folded)
			if 4*n >= 3*len(body.Folded) && len(f) < len(body.Folded)+7 {
				return by.sign + strings.ToUpper(body.Text)
			}
		}
	}
	return ""
}

// capacityText is a capacity line in its regular spelling: "KT. GIÁM ĐỐC". For
// the one whose deputy signs it can only be KT., whatever was read.
func (r *reader) capacityText(sp span, signs string) string {
	f := r.fold(sp)
	if line := r.signedFor(sp); line != "" && !isCapacity(f) {
		return line
	}
	if title, at, ok := r.position(f); ok && "PHÓ "+title == signs {
		return "KT. " + title + r.rest(sp, at)
	}
	end := strings.IndexAny(f, ".,: ")
	head := strings.ToUpper(f[:end])
	if !strings.Contains(head, "/") { // the party writes T/M without a full stop
		head += "."
	}
	rest := r.trim(span{sp.from + end, sp.to}, " .,:")
	if title, at, ok := r.position(r.fold(rest)); ok {
		if "PHÓ "+title == signs {
			head = "KT."
		}
		return head + " " + title + r.rest(rest, at)
	}
	if a, ok := r.directory.parse(r.str(rest)); ok {
		return head + " " + strings.ToUpper(a.String())
	}
	return head + " " + r.str(rest)
}

// isDeputy reports whether a line is the deputy's title under a title that has
// been read; what else can stand there is so little that a letter in four may
// be wrong.
func (r *reader) isDeputy(text, title string) bool {
	want := fold.String("PHÓ " + title)
	end, _, ok := fold.Near(text, want, len(want)/4)
	return ok && text[0] == 'p' && end == len(text)
}

// deputy corrects a title that equals the one it signs for: KT. GIÁM ĐỐC is
// signed by a PHÓ GIÁM ĐỐC, whatever was made of the first word.
func deputy(title, kt string) string {
	if kt == "" || title != kt {
		return title
	}
	return "PHÓ " + title
}
