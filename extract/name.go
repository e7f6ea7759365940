package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// Names of persons. A name is two to six words with capitals, the first a
// surname; titles of learning before it (TS., PGS.TS., BS CKII) are cut off.

// isName reports whether a cell reads like a person's name.
func (r *reader) isName(sp span) bool {
	words := strings.Fields(r.str(r.nameSpan(sp)))
	if len(words) < 2 || len(words) > 6 || len(r.fold(sp)) > 60 {
		return false
	}
	for _, w := range words {
		if !startsUpper(w) || len(w) > 1 && allUpper(w) || strings.Trim(fold.String(w), "abcdefghijklmnopqrstuvwxyz'") != "" {
			return false
		}
	}
	return r.isSurname(words[0])
}

// nameSpan cuts titles of learning (TS., PGS.TS, BS CKII) off a name.
func (r *reader) nameSpan(sp span) span {
	sp = r.trim(sp, " -_*:,;'\"|.~`^")
	for _, w := range r.wordsOf(sp) {
		s := r.str(w.span)
		if !strings.Contains(s, ".") && !allUpper(s) && !learned(fold.String(s)) {
			break
		}
		if dot := strings.LastIndexByte(r.fold(w.span), '.'); dot >= 0 && dot < w.to-w.from-1 {
			sp.from = w.from + dot + 1 // PGS.TS.Nguyễn
			break
		}
		sp.from = min(sp.to, w.to+1)
	}
	return r.trim(sp, " -_*:,;'\"|.~`^")
}

func learned(f string) bool {
	switch f {
	case "ts", "ths", "pgs", "gs", "bs", "ks", "ds", "cn", "bscki", "bsckii":
		return true
	}
	return false
}

func startsUpper(s string) bool {
	for _, c := range s {
		return isUpper(c)
	}
	return false
}

func (r *reader) isSurname(w string) bool { return r.surname(w) != "" }

// surname is the surname that a word stands for, or "". Marks may be misread
// in longer ones; a short one is too much like other words (Xã, Lưu).
func (r *reader) surname(w string) string {
	f, found := fold.String(w), ""
	for _, s := range r.rules.Surnames {
		switch {
		case s.Text == w:
			return w
		case s.Folded == f && (len(f) >= 4 || f == strings.ToLower(w)) && found == "":
			found = s.Text
		}
	}
	return found
}

// properName joins a name's words by single spaces, the surname spelled as
// surnames are.
func (r *reader) properName(s string) string {
	words := strings.Fields(s)
	words[0] = r.surname(words[0])
	return strings.Join(words, " ")
}

// bareName finds a name alone at the very end, below the recipients, where the
// block's own lines are missing.
func (r *reader) bareName() foot {
	for i := len(r.lines) - 1; i >= max(0, len(r.lines)-4); i-- {
		l := r.lines[i]
		if l.to <= r.main.to && l.from > r.body.from && r.isName(l.span) && r.afterRecipients(i) {
			return foot{name: r.nameSpan(l.span), from: l.from}
		}
	}
	return foot{}
}

func (r *reader) afterRecipients(i int) bool {
	for n := i - 1; n >= max(0, i-40); n-- {
		if r.opens(r.lineFold(n), "recipients") {
			return true
		}
	}
	return false
}

// metaSigner reads a law site's "Người ký".
func (r *reader) metaSigner() {
	sp := r.head.meta["metasigner"]
	if r.isName(sp) {
		r.set("signer.name", &r.fields.Signer.Name, r.properName(r.str(sp)), sp, "signature:site-heading", 0.9)
		return
	}
	r.review("signer", "no signature found")
}
