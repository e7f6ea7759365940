package rescore

// Views is the number of views of a word.
const Views = 22

// views are what is seen around a word, each hashed together with its form:
// up to three words on each side, alone and joined, with the signs between.
// Written for "nhà máy [thep] Thái Nguyên bị":
//
//	1–4    máy · Thái · nhà (2 before) · Nguyên (2 after)
//	5–7    nhà máy _ · máy _ Thái · _ Thái Nguyên
//	8–11   runs of three: 3 before, 2 and 1, 1 and 2, 3 after
//	12     nhà máy _ Thái Nguyên
//	13–16  máy _ · Nguyên · nhà · _ Thái · third before · third after
//	0, 17  nothing · capitals and signs around
//	18–21  the fourth and fifth word on each side, wherever it stands: what
//	       the sentence is about
func views(tokens []Token, i int) [Views]uint64 {
	l1, l2, l3 := before(tokens, i, 1), before(tokens, i, 2), before(tokens, i, 3)
	r1, r2, r3 := after(tokens, i, 1), after(tokens, i, 2), after(tokens, i, 3)
	left, right, both := join(l2, l1), join(r1, r2), join(l1, r1)
	v := [Views]uint64{
		0, l1, r1, l2, r2, left, both, right,
		join(l3, left), join(l2, both), join(both, r2), join(right, r3), join(left, right),
		join(l1, r2), join(l2, r1), l3, r3, look(tokens, i),
		form(tokens, i-4), form(tokens, i+4), form(tokens, i-5), form(tokens, i+5),
	}
	c := tokens[i].Form<<1 | bit(tokens[i].Title)
	for n := range v {
		v[n] = join(c+uint64(min(n, around))*golden, v[n])
	}
	return v
}

const (
	around = 18        // the first of the views that do not tell where a word stands
	edge   = 0x1234567 // form of what is outside the paragraph
	golden = 0x9e3779b97f4a7c15
)

// before is the word n before and the sign behind it.
func before(tokens []Token, i, n int) uint64 {
	if i -= n; i < 0 {
		return edge
	}
	return join(tokens[i].Form, uint64(tokens[i].Gap))
}

// after is the word n after and the sign before it.
func after(tokens []Token, i, n int) uint64 {
	if i += n; i >= len(tokens) {
		return edge
	}
	return join(tokens[i].Form, uint64(tokens[i-1].Gap)) + 1
}

func form(tokens []Token, i int) uint64 {
	if i < 0 || i >= len(tokens) {
		return edge
	}
	return tokens[i].Form
}

// look is the capitals of two words on each side and the signs of one.
func look(tokens []Token, i int) uint64 {
	x := uint64(tokens[i].Gap)
	if i > 0 {
		x |= uint64(tokens[i-1].Gap) << 3
	}
	for n, j := range [...]int{i - 2, i - 1, i + 1, i + 2} {
		if j >= 0 && j < len(tokens) {
			x |= bit(tokens[j].Title) << (6 + n)
		}
	}
	return x
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// join hashes two numbers into one; the finaliser of MurmurHash3.
func join(a, b uint64) uint64 {
	h := a*golden + b
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
