package normalize

import (
	"bufio"

	"context"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"vanthu/normalize/charset"
)

// Note is something that people should know of a text that was copied: what it
// was, if it was not plain Vietnamese in UTF-8, and what became of it.
type Note struct {
	Reason Reason `json:"reason"`
	// Encoding of the words, if the reason is ReasonEncoding.
	Encoding charset.Encoding `json:"encoding,omitempty"`
	// Count of words, lines or characters.
	Count int `json:"count,omitempty"`
}

// Reason names what a Note is about. The values are stable.
type Reason string

// The reasons.
const (
	ReasonEmpty      Reason = "empty"
	ReasonBinary     Reason = "binary"          // passed through, byte for byte
	ReasonUTF16      Reason = "utf-16"          // read as such, written as UTF-8
	ReasonUTF16Bare  Reason = "utf-16-no-bom"   // the same, told by its zero bytes
	ReasonSurrogates Reason = "lone-surrogates" // of UTF-16; written as U+FFFD
	ReasonEncoding   Reason = "encoding"        // words in an old encoding, read
	ReasonInvalid    Reason = "invalid-utf-8"   // words passed through
	ReasonZeros      Reason = "zero-bytes"      // lines passed through
	ReasonForeign    Reason = "not-vietnamese"  // left as it is
	ReasonNoWords    Reason = "no-words"        // figures and signs only
)

// Copy restores the text that it reads and writes it, line for line, in parts
// of a quarter of a megabyte: memory is bounded however long the text or a line
// is. Every change is given to trace, if that is not nil. Input that is no text
// goes through unchanged. The notes say what was unusual; no input is an error.
func (r *Restorer) Copy(ctx context.Context, out io.Writer, in io.Reader, trace func(Change) error) ([]Note, error) {
	c := &copier{r: r, out: out, trace: trace, encodings: map[charset.Encoding]int{}}
	from := bufio.NewReaderSize(in, 64<<10)
	head, err := from.Peek(4096)
	if err != nil && err != io.EOF {
		return nil, err
	}
	order, marked, wide := charset.UTF16Order(head)
	switch {
	case len(head) == 0:
		return []Note{{Reason: ReasonEmpty}}, nil
	case wide:
		c.wide, c.marked = true, marked
		return c.copy(ctx, transform.NewReader(from, order.NewDecoder()))
	case charset.IsBinary(head):
		_, err = io.Copy(out, from)
		return []Note{{Reason: ReasonBinary}}, err
	}
	return c.copy(ctx, from)
}

// copier is the state of one Copy.
type copier struct {
	r            *Restorer
	out          io.Writer
	trace        func(Change) error
	lines        int    // before the part
	health       health // of the first part
	fields       int    // in it
	changed      int    // of them
	encodings    map[charset.Encoding]int
	broken       int
	zeros        int
	wide, marked bool
	surrogates   int
}

// copy restores part after part. What follows the last white space of a part
// waits for the next one.
func (c *copier) copy(ctx context.Context, in io.Reader) ([]Note, error) {
	buffer := make([]byte, 0, longestText+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := io.ReadFull(in, buffer[len(buffer):cap(buffer)])
		buffer = buffer[:len(buffer)+n]
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return nil, err
		}
		text := string(buffer)
		size := partLength(text)
		if werr := c.restore(text[:size]); werr != nil {
			return nil, werr
		}
		buffer = buffer[:copy(buffer, buffer[size:])]
		if err != nil && len(buffer) == 0 {
			return c.notes(), nil
		}
	}
}

// restore restores a part and writes it. A byte order mark stays.
func (c *copier) restore(text string) error {
	if c.lines == 0 && c.fields == 0 && strings.HasPrefix(text, "\ufeff") && !c.wide {
		if _, err := io.WriteString(c.out, "\ufeff"); err != nil {
			return err
		}
		text = text[len("\ufeff"):]
	}
	p := c.r.part(text, c.trace != nil)
	c.count(p)
	if c.trace != nil {
		for _, change := range p.changes(c.lines) {
			if err := c.trace(change); err != nil {
				return err
			}
		}
	}
	c.lines += len(p.lines) - 1
	var b strings.Builder
	p.write(&b)
	_, err := io.WriteString(c.out, b.String())
	return err
}

// count keeps what the notes are made of.
func (c *copier) count(p *part) {
	if c.wide {
		for _, l := range p.lines {
			c.surrogates += strings.Count(l, string(utf8.RuneError))
		}
	}
	for e, n := range p.encodings {
		c.encodings[e] += n
	}
	c.broken += p.broken
	c.zeros += p.zeros
	if c.fields > 0 {
		return // the first part tells the language
	}
	for _, line := range p.page {
		for _, w := range line {
			c.fields++
			c.health.add(c.r.examine([]string{w.Text}))
			if w.Text != w.Raw {
				c.changed++
			}
		}
	}
}

func (c *copier) notes() (notes []Note) {
	note := func(is bool, reason Reason, count int) {
		if is {
			notes = append(notes, Note{Reason: reason, Count: count})
		}
	}
	note(c.wide && c.marked, ReasonUTF16, 0)
	note(c.wide && !c.marked, ReasonUTF16Bare, 0)
	note(c.surrogates > 0, ReasonSurrogates, c.surrogates)
	for _, e := range slices.Sorted(maps.Keys(c.encodings)) {
		notes = append(notes, Note{ReasonEncoding, e, c.encodings[e]})
	}
	note(c.broken > 0, ReasonInvalid, c.broken)
	note(c.zeros > 0, ReasonZeros, c.zeros)
	note(c.fields > 0 && c.health.words == 0, ReasonNoWords, 0)
	note(c.health.words > 2 && c.changed == 0 && 10*c.health.marked < c.health.words, ReasonForeign, 0)
	return notes
}
