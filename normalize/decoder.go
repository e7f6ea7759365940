package normalize

import (
	"vanthu/normalize/lm"
)

// option is one way to read a slot.
type option struct {
	text   string // of the core
	ids    [gluedMost]lm.ID
	n      uint8 // of ids
	span   uint8 // slots it takes beyond its own
	cost   float64
	change string
}

// slot is a piece of the text with the ways to read it.
type slot struct {
	word    int // its word in the paragraph
	piece   lm.Piece
	meaning lm.Case // what its case means to the model
	pre     []lm.ID
	post    []lm.ID
	options []option
	seen    seen // where the options come from, if from an ocrReader
}

// path is a reading of the slots so far. Paths live in an arena and point to
// the one they extend.
type path struct {
	state  lm.State
	cost   float64
	before int32
	slot   int32
	option int32
}

// beam is the best paths that end before a slot, cheapest first, no two with
// the same future.
type beam struct {
	paths []path
}

// offer puts p in its place if it is good enough.
func (b *beam) offer(p path, width int, spread float64) {
	n := len(b.paths)
	if n > 0 && (p.cost > b.paths[0].cost+spread || n == width && p.cost >= b.paths[n-1].cost) {
		return
	}
	key := p.state.Key()
	at := n
	for i := range b.paths {
		if b.paths[i].state.Key() == key {
			if b.paths[i].cost <= p.cost {
				return
			}
			b.paths = append(b.paths[:i], b.paths[i+1:]...)
			n--
			at = n
			break
		}
	}
	for at > 0 && b.paths[at-1].cost > p.cost {
		at--
	}
	if n == width {
		n--
		b.paths = b.paths[:n]
	}
	b.paths = append(b.paths, path{})
	copy(b.paths[at+1:], b.paths[at:])
	b.paths[at] = p
}

// decode chooses an option for every slot; −1 where the option before took
// the slot in.
func (d *decoder) decode(slots []slot) []int {
	beams := make([]beam, len(slots)+4)
	beams[0].paths = []path{{state: d.r.lm.Start(), before: -1}}
	d.arena = d.arena[:0]
	for i := range slots {
		d.extend(beams, slots, i)
	}
	chosen := make([]int, len(slots))
	for i := range chosen {
		chosen[i] = -1
	}
	if len(beams[len(slots)].paths) == 0 {
		return chosen
	}
	p := beams[len(slots)].paths[0]
	for p.before >= 0 {
		chosen[p.slot] = int(p.option)
		p = d.arena[p.before]
	}
	return chosen
}

// extend makes the paths that read slot i.
func (d *decoder) extend(beams []beam, slots []slot, i int) {
	s := &slots[i]
	for _, p := range beams[i].paths {
		at := int32(len(d.arena))
		d.arena = append(d.arena, p)
		p = d.follow(p, s.pre)
		for o := range s.options {
			opt := &s.options[o]
			q := d.follow(p, opt.ids[:opt.n])
			end := i + 1 + int(opt.span)
			q = d.follow(q, slots[end-1].post)
			q.cost += opt.cost
			q.before, q.slot, q.option = at, int32(i), int32(o)
			beams[end].offer(q, d.width, d.spread)
		}
	}
}

// follow scores words after a path.
func (d *decoder) follow(p path, ids []lm.ID) path {
	for _, id := range ids {
		var lp float64
		lp, p.state = d.r.lm.Score(p.state, id)
		p.cost -= lp
	}
	return p
}
