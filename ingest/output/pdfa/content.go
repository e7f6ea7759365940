package pdfa

import (
	"bytes"
	"strings"
)

// shown is what the operators of a page, or of a form on it, show.
type shown struct {
	fonts     map[string]bool // names ("/F1") of fonts whose text can be seen
	invisible bool            // text that cannot
	cmyk      bool            // colours of DeviceCMYK
}

// invisibleMode is the text rendering mode of OCR layers: neither filled nor
// stroked (ISO 32000-1, table 106).
const invisibleMode = "3"

// textState is the part of the graphics state that matters here; q keeps it,
// Q brings it back.
type textState struct{ font, mode string }

// readContent goes through a content stream and tells what it shows. rest is
// the stream without the operators that show invisible text; everything else
// stays, byte for byte.
func readContent(content []byte) (s shown, rest []byte) {
	s.fonts = map[string]bool{}
	var now textState
	var kept []textState
	copied := 0
	drop := func(o operation, instead string) {
		s.invisible = true
		rest = append(append(rest, content[copied:o.start]...), instead...)
		copied = o.end
	}
	for o, next := nextOperation(content, 0); o.operator != ""; o, next = nextOperation(content, next) {
		switch o.operator {
		case "q":
			kept = append(kept, now)
		case "Q":
			if len(kept) > 0 {
				now, kept = kept[len(kept)-1], kept[:len(kept)-1]
			}
		case "Tf":
			now.font = o.operand(2)
		case "Tr":
			now.mode = o.operand(1)
		case "k", "K":
			s.cmyk = true
		case "cs", "CS":
			s.cmyk = s.cmyk || o.operand(1) == "/DeviceCMYK"
		case "Tj", "TJ", "'", `"`:
			if now.mode != invisibleMode {
				s.fonts[now.font] = true
				continue
			}
			drop(o, o.withoutText())
		}
	}
	return s, append(rest, content[copied:]...)
}

// operation is an operator with the operands before it.
type operation struct {
	operator   string
	operands   []string
	start, end int // in the stream
}

// operand counts from the last, which is 1; empty where there is none.
func (o operation) operand(n int) string {
	if n > len(o.operands) {
		return ""
	}
	return o.operands[len(o.operands)-n]
}

// withoutText is what an operator that shows text does besides.
func (o operation) withoutText() string {
	switch o.operator {
	case "'":
		return " T* "
	case `"`:
		return " " + o.operand(3) + " Tw " + o.operand(2) + " Tc T* "
	}
	return " "
}

// nextOperation reads from at to the end of the next operator; none is left
// where operator is empty.
func nextOperation(content []byte, at int) (o operation, next int) {
	o.start = -1
	for {
		from, to := nextToken(content, at)
		if from == to {
			return operation{}, to
		}
		if o.start < 0 {
			o.start = from
		}
		token := string(content[from:to])
		at = to
		switch {
		case token == "BI":
			o.operator, o.end = token, inlineEnd(content, to)
			return o, o.end
		case isOperator(token):
			o.operator, o.end = token, to
			return o, to
		}
		if len(o.operands) == 64 { // more than any operator takes: arrays are one
			o.operands = o.operands[1:]
		}
		o.operands = append(o.operands, token)
	}
}

// isOperator reports whether a token is neither a number, a name, a string, an
// array nor a constant.
func isOperator(token string) bool {
	c := token[0]
	if c == '\'' || c == '"' {
		return true
	}
	letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	return letter && token != "true" && token != "false" && token != "null"
}

const (
	whiteSpace = "\x00\t\n\f\r "
	delimiters = "()<>[]{}/%"
)

// nextToken finds the next token from at on; an array, a dictionary or a
// string is one token. from equals to at the end.
func nextToken(content []byte, at int) (from, to int) {
	for at < len(content) {
		c := content[at]
		switch {
		case strings.IndexByte(whiteSpace, c) >= 0:
			at++
		case c == '%':
			at = lineEnd(content, at)
		case c == '(':
			return at, stringEnd(content, at)
		case c == '[' || c == '<':
			return at, nestedEnd(content, at)
		case strings.IndexByte(delimiters, c) >= 0 && c != '/':
			return at, at + 1 // stands where nothing may: passed over
		default:
			return at, wordEnd(content, at+1)
		}
	}
	return len(content), len(content)
}

func lineEnd(content []byte, at int) int {
	if n := bytes.IndexAny(content[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(content)
}

func wordEnd(content []byte, at int) int {
	if n := bytes.IndexAny(content[at:], whiteSpace+delimiters); n >= 0 {
		return at + n
	}
	return len(content)
}

// stringEnd finds the end of a string in parentheses, which may hold others.
func stringEnd(content []byte, at int) int {
	depth := 0
	for ; at < len(content); at++ {
		switch content[at] {
		case '\\':
			at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
	return len(content)
}

// nestedEnd finds the end of an array, a dictionary or a string in hex.
func nestedEnd(content []byte, at int) int {
	depth := 0
	for at < len(content) {
		switch content[at] {
		case '(':
			at = stringEnd(content, at)
			continue
		case '%':
			at = lineEnd(content, at)
			continue
		case '[', '<':
			depth++
		case ']', '>':
			depth--
		}
		at++
		if depth == 0 {
			return at
		}
	}
	return len(content)
}

// inlineEnd finds the end of an inline picture: an EI on its own after the
// data.
func inlineEnd(content []byte, at int) int {
	data := bytes.Index(content[at:], []byte("ID"))
	if data < 0 {
		return len(content)
	}
	for at += data + 3; at < len(content); {
		n := bytes.Index(content[at:], []byte("EI"))
		if n < 0 {
			break
		}
		at += n + 2
		alone := bytes.IndexByte([]byte(whiteSpace), content[at-3]) >= 0 &&
			(at == len(content) || bytes.IndexByte([]byte(whiteSpace), content[at]) >= 0)
		if alone {
			return at
		}
	}
	return len(content)
}
