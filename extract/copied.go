package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"vanthu/extract/fold"
)

// Recipients that are copied. An office takes its Nơi nhận from one document to
// the next, so a recipient of which one word was hardly read is the one that
// other documents have in its place:
//
//	FETU(37), TT.HĐND tỉnh       others: TT.TU, TT.HĐND tỉnh    the same but for that word
//	VPTU(37), TT.HĐND tỉnh       others: VPTU, TT.HĐND tỉnh     it is known: stays
//	Lưu: VT, KTTHu2O(41)         who drafted a document is of that document: stays
//
// Others must agree, the words around must be the same, and neither word may hold
// a figure: Như Điều 3 is as good as Như Điều 4. Half of the word's letters must be
// right, or Phòng GDĐT would become Phòng VHTT.

// doubtfulRecipient names the evidence of a recipient with a word that was hardly
// read.
const doubtfulRecipient = "recipients:doubtful"

// sureRecipients are those without such a word.
func (f *Fields) sureRecipients() (sure []string) {
	for i, name := range f.Recipients {
		if f.Evidence[item("recipients", i)].Rule != doubtfulRecipient {
			sure = append(sure, name)
		}
	}
	return sure
}

// settleRecipients takes recipients with a doubtful word as siblings have them.
func (f *Fields) settleRecipients(siblings []Sibling) {
	for i, read := range f.Recipients {
		field := item("recipients", i)
		if f.Evidence[field].Rule != doubtfulRecipient || isFiled(read) {
			continue
		}
		if name := copied(read, f.Evidence[field].Text, siblings); name != "" {
			as := &read
			f.settle(field, &as, name, "archive:recipient", sureCopied)
			f.Recipients[i] = *as
		}
	}
}

// sureCopied is how sure a recipient is that siblings tell.
const sureCopied = 0.75

// isFiled reports whether a recipient is the office's own file.
func isFiled(name string) bool { return strings.HasPrefix(fold.String(name), "luu") }

// copied is the recipient that siblings have in the place of one with a doubtful
// word, or "" if none has or they do not agree.
func copied(read, doubtful string, siblings []Sibling) (found string) {
	for _, s := range siblings {
		for _, name := range s.Recipients {
			switch {
			case name == read:
				return ""
			case !mayBeCopied(read, doubtful, name) || name == found:
			case found != "":
				return ""
			default:
				found = name
			}
		}
	}
	return found
}

// mayBeCopied reports whether a recipient is another but for marks and the
// doubtful word, which is not far from what the other has in its place.
func mayBeCopied(read, doubtful, other string) bool {
	v, w := strings.Fields(read), strings.Fields(other)
	if len(v) != len(w) || len(v) < 2 {
		return false
	}
	for i := range v {
		a, b := lettersOf(v[i]), lettersOf(w[i])
		if a != b && (a != lettersOf(doubtful) || !isMisreading(a, b)) {
			return false
		}
	}
	return true
}

// isMisreading reports whether one word may be another of which every second
// letter was misread; figures are as good as others.
func isMisreading(a, b string) bool {
	letters := max(len(a), len(b))
	return letters > 2 && !strings.ContainsFunc(a+b, unicode.IsDigit) && 2*levenshtein.ComputeDistance(a, b) <= letters
}

// lettersOf are the letters and digits of a word, folded.
func lettersOf(word string) string {
	return strings.Map(func(c rune) rune {
		if slices.Contains([]rune(" .,:;-/()"), c) {
			return -1
		}
		return c
	}, fold.String(word))
}
