package extract

import (
	"strings"
)

// Sections are told by the labels that open paragraphs. A label alone proves
// little (`1.` also numbers lists, OCR turns `III.` into `I11.` and `c)` into
// `¢)`), so it is taken for one only if it fits the numbering that is open:
//
//	I.  ── first of a kind opens a level below the current one
//	1.  ── likewise
//	2.  ── next of an open level: everything below it closes
//	4.  ── one or two missing before it: taken too, numbers do get lost
//	4.  ── the same again: taken too, numbers are typed twice
//	l.  ── right below a heading, where no 1. is open: the first
//	7   ── weak, without its full stop: only as exactly the next one, or as
//	       the first right below a heading
//	II. ── a Roman number again, or `HI.`: the next one, if its strokes allow
//
// Levels are kinds, not depths: a document may begin with 1. or with A. and
// nest in any order. Điều stands at the root whatever Chương it is in, because
// laws number it throughout: its path is Đ3.

// part is a section with what later rules ask of it.
type part struct {
	Section
	depth   int
	paras   span // indexes of its own paragraphs, the label's first
	label   label
	heading span
	parent  int // index in parts, -1 at the root
}

// level is an open level of the numbering.
type level struct {
	label label
	path  string
	part  int
}

// readSections sets the sections.
func (r *reader) readSections() {
	r.parts = r.partsIn(r.body)
	r.fields.Sections = sections(r.parts)
}

func sections(parts []part) []Section {
	all := make([]Section, len(parts))
	for n, p := range parts {
		all[n] = p.Section
	}
	return all
}

// partsIn finds the sections of a stretch.
func (r *reader) partsIn(sp span) (parts []part) {
	var open []level
	for i := r.paraAt(sp.from); i < len(r.paras) && r.paras[i].to <= sp.to; i++ {
		p := r.paras[i]
		if p.from < sp.from {
			continue
		}
		l, ok := r.labelOf(p)
		if ok {
			mistaken(open, parts, l)
			open, ok = enter(open, l, belowHeading(parts, i))
		}
		if ok {
			parts = append(parts, r.newPart(open, i, len(parts)))
		} else if n := len(parts); n > 0 {
			parts[n-1].paras.to = i + 1
		}
	}
	for n := range parts {
		r.finish(&parts[n])
	}
	return parts
}

// belowHeading reports whether paragraph i follows the heading of a section at
// once.
func belowHeading(parts []part, i int) bool {
	n := len(parts)
	return n > 0 && parts[n-1].paras == span{i - 1, i} && parts[n-1].label.kind <= romans
}

// enter puts a label into the open levels, if it fits.
func enter(open []level, l label, belowHeading bool) ([]level, bool) {
	for n := len(open) - 1; n >= 0; n-- {
		before := open[n].label
		if before.kind != l.kind {
			continue
		}
		step := l.value - before.value
		if l.kind == points && l.value == 4 && before.value == 4 && l.path == "đ" {
			step = 1
		}
		again := step == 0 && l.kind == numbers && l.value > 1 && n == len(open)-1 // 2. … 2. … 3.
		if step == 1 || (again || step > 1 && step <= 3) && !l.weak {
			return append(open[:n:n], level{label: l}), true
		}
	}
	if one, ok := asOne(open, l); ok && belowHeading {
		return append(open[:len(open):len(open)], level{label: one}), true
	}
	if opened, ok := first(open, l, belowHeading); ok {
		return opened, true
	}
	return enterRoman(open, l)
}

// mistaken puts right an `l.` that was taken for I. when 2. follows it at once: it
// was the 1. of a numbering.
func mistaken(open []level, parts []part, l label) {
	top, n := len(open)-1, len(parts)-1
	if top < 0 || open[top].part != n || l.kind != numbers || l.value != 2 || open[top].label.kind != romans {
		return
	}
	if one, ok := asOne(open, open[top].label); ok {
		parts[n].Path = strings.TrimSuffix(parts[n].Path, open[top].label.path) + one.path
		open[top].label, open[top].path, parts[n].label = one, parts[n].Path, one
	}
}

// asOne takes `l.` for the 1. that opens a numbering.
func asOne(open []level, l label) (label, bool) {
	if l.text != "l." || holds(open, numbers) {
		return l, false
	}
	l.kind, l.value, l.path, l.shape = numbers, 1, "1", ""
	return l, true
}

// first opens a level below the current ones with the first of a kind, or with
// any Roman number, Điều or Chương, whose form leaves no doubt.
func first(open []level, l label, belowHeading bool) ([]level, bool) {
	sure := (l.kind <= dieu || l.kind == romans) && l.value > 0
	if l.weak && !(belowHeading && l.kind == numbers) {
		return open, false
	}
	if l.value != 1 && !(sure && !holds(open, l.kind)) || holds(open, l.kind) && l.kind != numbers {
		return open, false
	}
	if holds(open, l.kind) && open[len(open)-1].label.kind != points {
		return open, false
	}
	return append(open[:len(open):len(open)], level{label: l}), true
}

func holds(open []level, k kind) bool {
	for _, o := range open {
		if o.label.kind == k {
			return true
		}
	}
	return false
}

// newPart is the n-th section, which paragraph i opens.
func (r *reader) newPart(open []level, i, n int) part {
	top := len(open) - 1
	l := open[top].label
	path, parent := l.path, -1
	if top > 0 {
		path, parent = open[top-1].path+"."+l.path, open[top-1].part
	}
	if l.kind == dieu {
		path = l.path
	}
	open[top].path, open[top].part = path, n
	return part{
		Section: Section{Path: path, Label: l.text, Page: r.page(r.paras[i].from)},
		depth:   len(open), paras: span{i, i + 1}, label: l, parent: parent,
	}
}

// headingLetters is how long a paragraph may be to count as a heading.
const headingLetters = 220

// finish gives a section its heading and text.
func (r *reader) finish(p *part) {
	first := span{p.label.to, r.paras[p.paras.from].to}
	p.heading = r.headingOf(first)
	p.Heading = r.oneLine(p.heading)
	var text []string
	if rest := r.trim(span{p.heading.to, first.to}, " :.;/"); !rest.empty() {
		text = append(text, strings.TrimSpace(r.str(span{rest.from, first.to})))
	}
	for i := p.paras.from + 1; i < p.paras.to; i++ {
		text = append(text, r.str(r.paras[i].span))
	}
	p.Text = strings.Join(text, "\n")
}

// headingOf is the heading in the paragraph that a label opens: all of it if it
// is short, else the words before a colon or full stop near its beginning.
func (r *reader) headingOf(sp span) span {
	sp = r.trim(sp, " .:-/")
	if sp.to-sp.from <= headingLetters && !r.fullStops(sp) {
		return sp
	}
	for i := sp.from; i < min(sp.to, sp.from+headingLetters); i++ {
		if r.f[i] == ':' || r.stops(i, sp.to) {
			return span{sp.from, i}
		}
	}
	return span{sp.from, sp.from}
}

// fullStops reports whether a stretch holds several sentences.
func (r *reader) fullStops(sp span) bool {
	for i := sp.from; i < sp.to-1; i++ {
		if r.f[i] == ':' || r.stops(i, sp.to) {
			return true
		}
	}
	return false
}
