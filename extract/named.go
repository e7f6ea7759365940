package extract

import (
	"slices"
	"strings"

	"vanthu/extract/fold"
)

// The head of a body is often named in what he signs: as chairman of a council,
// as who will chair a meeting. Where seal and pen have left nothing of the name
// under his title, that tells it:
//
//	do ông Lê Hoàng Anh – Giám đốc Sở Y tế chủ trì     GIÁM ĐỐC signs: Lê Hoàng Anh
//	Trần Văn Lộc, Giám đốc Sở Công Thương              another body's: nobody
//
// The title must be the very one that signs and stand right behind the name, and
// all names so found must be one. What is left of the name under the title must
// not say otherwise.

// sureNamed is how sure such a name is: the same person holds the post, but who
// signed was not read.
const sureNamed = 0.75

// readNamedSigner takes the signer's name from the text where the signature
// block does not give it.
func (r *reader) readNamedSigner() {
	s := &r.fields.Signer
	if s.Name != nil || s.Position == nil {
		return
	}
	names := r.namesBefore(fold.String(*s.Position))
	if len(names) == 0 {
		return
	}
	name := r.properName(r.nameAsRead(names[0]))
	if _, ok := r.fields.Evidence["signer.name"]; !ok {
		r.note("signer.name", names[0], "signature:named", 0)
	}
	left := ""
	if e := r.fields.Evidence["signer.name"]; e.Rule != "signature:named" {
		left = e.Text
	}
	for _, sp := range names {
		if !sameFolded(r.properName(r.nameAsRead(sp)), name) || !mayBeLeft(left, name) {
			r.alternative("signer.name", r.properName(r.nameAsRead(sp)))
			return
		}
	}
	others := r.fields.Evidence["signer.name"].Alternatives
	r.set("signer.name", &s.Name, name, names[0], "signature:named", sureNamed)
	for _, o := range others {
		if o != name {
			r.alternative("signer.name", o)
		}
	}
	r.fields.Review = slices.DeleteFunc(r.fields.Review, func(n string) bool { return strings.HasPrefix(n, "signer.name:") })
}

// namesBefore are the names that stand right before a title of this body.
func (r *reader) namesBefore(title string) (names []span) {
	for at := 0; ; {
		i := strings.Index(r.f[at:], title)
		if i < 0 {
			return names
		}
		at += i + len(title)
		if !r.upper(at - len(title)) { // Ban Giám hiệu, trưởng các khoa
			continue
		}
		if name := r.nameBefore(at - len(title)); !name.empty() && r.isOwnPost(at) {
			names = append(names, name)
		}
	}
}

// fewName and mostName are how many words a name may have: of two words too many
// are none (Ban Giám).
const fewName, mostName = 3, 5

// otherPosts are the words before a title that make it another.
var otherPosts = []string{"pho", "nguyen", "cuu", "tong", "quyen"}

// nameBefore is the longest name that ends right before a position on its line,
// but for a dash, a comma or a bracket.
func (r *reader) nameBefore(pos int) (name span) {
	l := r.lines[max(0, r.lineAt(pos))]
	end := l.from + len(strings.TrimRight(r.f[l.from:max(l.from, pos)], " ,-("))
	if pos-end > 3 || pos-end < 1 {
		return span{}
	}
	words := r.wordsOf(span{l.from, end})
	if len(words) == 0 || slices.Contains(otherPosts, r.fold(words[len(words)-1].span)) {
		return span{}
	}
	for n := 1; n <= min(mostName, len(words)) && !isAddress(r.fold(words[len(words)-n].span)); n++ {
		if sp := (span{words[len(words)-n].from, end}); n >= fewName && r.isName(sp) {
			name = r.nameSpan(sp)
		}
	}
	return name
}

// isAddress reports whether a word says how somebody is addressed: ông is also a
// surname.
func isAddress(f string) bool { return f == "ong" || f == "ba" }

// isOwnPost reports whether what follows a title does not name another body.
func (r *reader) isOwnPost(pos int) bool {
	after := strings.TrimLeft(r.f[pos:min(len(r.f), pos+60)], " ")
	body, _, ok := r.directory.nameAt(after)
	return !ok || r.fields.Issuer != nil && strings.HasPrefix(fold.String(*r.fields.Issuer), body.folded)
}

// sameFolded reports whether two names differ in nothing but marks.
func sameFolded(a, b string) bool { return fold.String(a) == fold.String(b) }

// mayBeLeft reports whether what was read under seal and pen may be what is left
// of a name: its last word ends so, or nothing was read.
func mayBeLeft(left, name string) bool {
	read, words := strings.Fields(fold.String(left)), strings.Fields(fold.String(name))
	return len(read) == 0 || len(words) > 0 && read[len(read)-1] == words[len(words)-1]
}
