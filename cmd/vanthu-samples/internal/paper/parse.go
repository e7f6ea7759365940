package paper

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// SyntaxError says where a source file is wrong.
type SyntaxError struct {
	File string
	Line int
	Err  error
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap gives the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// Parse reads a source text; name is for messages only.
func Parse(name, source string) (*Document, error) {
	p := parser{doc: &Document{}}
	for i, line := range strings.Split(norm.NFC.String(source), "\n") {
		if err := p.line(strings.TrimRight(line, " \r")); err != nil {
			return nil, &SyntaxError{name, i + 1, err}
		}
	}
	return p.doc, nil
}

type parser struct {
	doc    *Document
	block  *[]Line
	widths []int
}

func (p *parser) line(s string) error {
	switch {
	case s == "" || strings.HasPrefix(s, "#"):
		return nil
	case strings.HasPrefix(s, "["):
		return p.open(s)
	case p.block == nil:
		return errors.New("text before the first [block]")
	case strings.HasPrefix(s, "|="):
		return p.setWidths(strings.Fields(s[2:]))
	}
	l, err := p.parseLine(s)
	*p.block = append(*p.block, l)
	return err
}

func (p *parser) open(s string) error {
	switch s {
	case "[left]":
		p.block = &p.doc.Left
	case "[right]":
		p.block = &p.doc.Right
	case "[title]":
		p.block = &p.doc.Title
	case "[body]":
		p.block = &p.doc.Body
	case "[recipients]":
		p.block = &p.doc.Recipients
	case "[signature]":
		p.block = &p.doc.Signature
	case "[annex]", "[annex landscape]":
		p.block = &p.doc.Annex
		p.doc.Landscape = s != "[annex]"
	default:
		return fmt.Errorf("unknown block %s", s)
	}
	return nil
}

func (p *parser) setWidths(fields []string) error {
	p.widths = nil
	for _, f := range fields {
		n, err := strconv.Atoi(f)
		if err != nil {
			return fmt.Errorf("read column width: %w", err)
		}
		p.widths = append(p.widths, n)
	}
	return nil
}

func (p *parser) parseLine(s string) (Line, error) {
	switch {
	case s == "---":
		return Line{Kind: Rule}, nil
	case s == "~":
		return Line{Kind: Gap}, nil
	case strings.HasPrefix(s, "> "):
		runs, err := parseRuns(s[2:])
		return Line{Kind: Centred, Runs: runs}, err
	case strings.HasPrefix(s, "|"):
		return p.row(s)
	}
	runs, err := parseRuns(s)
	return Line{Runs: runs}, err
}

func (p *parser) row(s string) (Line, error) {
	l := Line{Kind: Row, Widths: p.widths}
	for _, cell := range strings.Split(strings.Trim(s, "|"), "|") {
		runs, err := parseRuns(strings.TrimSpace(cell))
		if err != nil {
			return l, err
		}
		l.Cells = append(l.Cells, Line{Runs: runs})
	}
	if len(l.Cells) != len(l.Widths) {
		return l, fmt.Errorf("row has %d cells, |= names %d", len(l.Cells), len(l.Widths))
	}
	return l, nil
}

// parseRuns splits a line where its style changes. A star alone between spaces
// is a star (the rule under a party committee's name).
func parseRuns(s string) ([]Run, error) {
	if s == "*" {
		return []Run{{Text: s}}, nil
	}
	var runs []Run
	var now Run
	flush := func() {
		if now.Text != "" {
			runs = append(runs, now)
		}
		now.Text = ""
	}
	for _, r := range s {
		switch r {
		case '*':
			flush()
			now.Style ^= Bold
		case '_':
			flush()
			now.Style ^= Italic
		case '⟨', '⟩':
			flush()
			now.Hand = r == '⟨'
		default:
			now.Text += string(r)
		}
	}
	flush()
	if now.Style != 0 || now.Hand {
		return runs, errors.New("a style or ⟨ is not closed")
	}
	return runs, nil
}
