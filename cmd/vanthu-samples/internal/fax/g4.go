package fax

// Group 4 describes each row by where its colours change compared with the row
// above (an all-white row stands above the first).
//
//	a0  where we are on this row       b1  first change on the row above, right
//	a1  next change on this row            of a0 and to a0's opposite colour
//	a2  the change after a1            b2  the change after b1
//
// Three cases, tried in this order:
//
//	b2 left of a1     pass: nothing of this row changes under the run b1…b2
//	|a1 − b1| ≤ 3     vertical: a1 is told by its distance from b1 (1 to 7 bits)
//	otherwise         horizontal: the runs a0…a1 and a1…a2 by their lengths
//
// Worked example, 8 pixels wide: above ..XXX..., now ...XX.... At a0 = −1
// (white) a1 = 3, b1 = 2: vertical +1 = 011. At a0 = 3 (black) a1 = 5, b1 = 5:
// vertical 0 = 1. At a0 = 5 (white) a1 = b1 = 8: 1. The row costs 5 bits.
//
// Not done: Group 3, uncompressed mode, byte-aligned rows. Written for clarity;
// an A4 page at 300 dpi takes about 40 ms.

// Encode packs a bitmap as one Group 4 block.
func Encode(b Bitmap) []byte {
	e := encoder{white: runCodes(whiteRuns), black: runCodes(blackRuns)}
	above := make([]bool, b.Width)
	for y := range b.Height {
		row := b.Row(y)
		e.row(row, above)
		above = row
	}
	e.put(endOfBlock)
	return e.flush()
}

type encoder struct {
	white, black []string
	out          []byte
	bits         uint8 // pending bits, left-aligned
	n            uint  // how many are pending
}

func (e *encoder) put(code string) {
	for _, c := range code {
		if c == '1' {
			e.bits |= 0x80 >> e.n
		}
		if e.n++; e.n == 8 {
			e.out, e.bits, e.n = append(e.out, e.bits), 0, 0
		}
	}
}

func (e *encoder) flush() []byte {
	if e.n > 0 {
		e.out = append(e.out, e.bits)
	}
	return e.out
}

func (e *encoder) row(row, above []bool) {
	black := false
	for a0 := -1; a0 < len(row); {
		a1 := nextChange(row, a0, black)
		b1, b2 := reference(above, a0, black)
		switch d := a1 - b1; {
		case b2 < a1:
			e.put(modePass)
			a0 = b2
		case -3 <= d && d <= 3:
			e.put(verticalModes[d+3])
			a0, black = a1, !black
		default:
			a2 := nextChange(row, a1, !black)
			e.put(modeHorizontal)
			e.run(a1-max(a0, 0), black)
			e.run(a2-a1, !black)
			a0 = a2
		}
	}
}

// run writes a length as make-up codes and one terminating code.
func (e *encoder) run(n int, black bool) {
	codes := e.white
	if black {
		codes = e.black
	}
	for ; n > 2560; n -= 2560 {
		e.put(codes[63+2560/64])
	}
	if n >= 64 {
		e.put(codes[63+n/64])
	}
	e.put(codes[n%64])
}

// nextChange is the first pixel right of a0 that is not of the current colour.
func nextChange(row []bool, a0 int, black bool) int {
	x := max(a0, 0)
	for x < len(row) && row[x] == black {
		x++
	}
	return x
}

// reference finds b1 and b2 on the row above.
func reference(above []bool, a0 int, black bool) (b1, b2 int) {
	b1 = a0 + 1
	for b1 < len(above) && !(above[b1] != black && (b1 > 0 && above[b1-1]) == black) {
		b1++
	}
	b2 = b1
	for b2 < len(above) && above[b2] != black {
		b2++
	}
	return b1, b2
}
