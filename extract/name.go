package extract

import (
	"strings"
	"unicode/utf8"

	"vanthu/extract/fold"
)

// Names of persons. A name is two to six words with capitals, the first a
// surname; titles before it (Thượng tá, PGS.TS., BS CKII) are cut
// off.

// isName reports whether a cell reads like a person's name.
func (r *reader) isName(sp span) bool {
	words := strings.Fields(r.str(r.nameSpan(sp)))
	return len(words) >= 2 && len(words) <= 6 && len(r.fold(sp)) <= 60 && r.isPerson(words)
}

// isPerson reports whether words are spelled like a person's name.
func (r *reader) isPerson(words []string) bool {
	for _, w := range words {
		if !startsUpper(w) || len(w) > 1 && allUpper(w) || strings.Trim(fold.String(w), "abcdefghijklmnopqrstuvwxyz'") != "" {
			return false
		}
	}
	return r.isSurname(words[0])
}

// nameSpan cuts ranks (Thượng tá) and titles of learning (TS., PGS.TS, BS CKII)
// off a name.
func (r *reader) nameSpan(sp span) span {
	sp = r.trim(sp, " -_*:,;'\"|.~`^")
	if end, ok := r.starts(r.fold(sp), "rank"); ok {
		sp = r.trim(span{sp.from + end, sp.to}, " .,")
	}
	for _, w := range r.wordsOf(sp) {
		s := r.str(w.span)
		if !strings.Contains(s, ".") && (!allUpper(s) || r.isSurname(s)) && !learned(fold.String(s)) { // Y Nguyên Êban
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

// nameAsRead is a name as it stood on the page. No dictionary knows people, so
// what restoration made of its marks is not taken, unless none were read.
func (r *reader) nameAsRead(sp span) string {
	restored, read := r.str(sp), r.rawName(sp)
	if isMarked(read.s) && read.f == newFolded(restored).f {
		return read.s
	}
	return restored
}

// guessesMarks reports whether the page shows a name without any marks.
func (r *reader) guessesMarks(name span) bool {
	return isMarked(r.str(name)) && !isMarked(r.rawName(name).s)
}

// rawName is what was read of a name before restoration.
func (r *reader) rawName(sp span) folded {
	var raw []string
	for _, w := range r.wordsOf(sp) {
		raw = append(raw, r.onPage(w).Raw)
	}
	read := newFolded(strings.Join(raw, " "))
	return newFolded(read.str(read.trim(span{0, len(read.f)}, junk)))
}

// isMarked reports whether a name has letters with marks.
func isMarked(name string) bool { return len(name) > utf8.RuneCountInString(name) }

// bareLines is how many lines below "Nơi nhận" a name may stand.
const bareLines = 40

// bareName finds a name alone on the right beside or below the recipients, where
// the block's own lines are missing.
func (r *reader) bareName() (found foot) {
	start := r.recipientsLine()
	if start < 0 {
		return foot{}
	}
	for i := start; i < min(len(r.lines), start+bareLines) && r.lines[i].from < r.main.to; i++ {
		for _, c := range r.footCells(i) {
			if c.side != left && !dashed(r.fold(c.span)) && r.isName(c.span) {
				found = foot{name: r.nameSpan(c.span), from: c.from}
			}
		}
	}
	return found
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
