package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/ingest"
)

// What people know better is kept in the catalogue and put over what the
// stages make of a document, every time they do: words after restoration, so
// that fields are read from what the page really says, and fields at the end.
// Raw stays, what was read instead becomes an alternative, and corrected words
// and names are terms that the restorer knows from then on, in all documents.

// ErrNoWords: the words to be corrected do not stand there.
var ErrNoWords = errors.New("these words do not stand there")

// Correct keeps corrections of a document, named by its ID or number, and makes
// its record and its place in the index anew. All of them are kept or none.
func (p *Pipeline) Correct(ctx context.Context, idOrNumber string, all []catalogue.Correction) error {
	card, err := p.catalogue.Find(ctx, idOrNumber)
	if err != nil {
		return err
	}
	r, err := p.folder.LoadRecord(card.ID)
	if err != nil {
		return err
	}
	for i := range all {
		if err := apply(&r, all[i]); err != nil {
			return err
		}
		all[i].ID, all[i].Made = card.ID, time.Now()
	}
	if err := p.catalogue.Correct(ctx, all...); err != nil {
		return err
	}
	return p.remake(ctx, card)
}

// Uncorrect takes corrections back: of fields, or of words (catalogue.Words).
func (p *Pipeline) Uncorrect(ctx context.Context, idOrNumber string, fields []string) error {
	card, err := p.catalogue.Find(ctx, idOrNumber)
	if err != nil {
		return err
	}
	for _, field := range fields {
		if err := p.catalogue.Uncorrect(ctx, card.ID, field); err != nil {
			return err
		}
	}
	return p.remake(ctx, card)
}

// remake makes a record anew from what was read.
func (p *Pipeline) remake(ctx context.Context, card catalogue.Document) error {
	w := &work{card: card, from: StageNormalize, file: catalogue.File{ID: card.ID}}
	if err := p.recall(ctx, w); err != nil {
		return err
	}
	b, todo := &book{}, []*work{w}
	if err := p.count(ctx, todo, b); err != nil {
		return err
	}
	if err := p.process(ctx, todo, b); err != nil {
		return err
	}
	return p.catchUp(ctx)
}

// Corrections lists what people corrected, in the order they did.
func (v *View) Corrections(ctx context.Context) ([]catalogue.Correction, error) {
	return v.catalogue.AllCorrections(ctx)
}

// learn lets the restorer know what people corrected.
func (p *Pipeline) learn(ctx context.Context) error {
	all, err := p.catalogue.AllCorrections(ctx)
	if err == nil {
		p.stages.Restorer = p.stages.Restorer.With(terms(all))
	}
	return err
}

// terms are the words and names that people corrected.
func terms(all []catalogue.Correction) []string {
	var out []string
	for _, c := range all {
		switch c.Field {
		case catalogue.Words, "signer.name", "issuer", "issuer_parent", "place":
			out = append(out, strings.Map(letterOrSpace, c.Value))
		}
	}
	return out
}

func letterOrSpace(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return ' '
}

// apply puts a correction over a record.
func apply(r *Record, c catalogue.Correction) error {
	if c.Field != catalogue.Words {
		return r.Fields.Correct(c.Field, c.Value)
	}
	if !correctWords(r.Document.Pages, c) {
		return fmt.Errorf("correct %q: %w", c.Was, ErrNoWords)
	}
	return nil
}

// correctWords puts c.Value for c.Was where it stands. It reports whether it
// stands anywhere, or did before it was corrected.
func correctWords(pages []ingest.Page, c catalogue.Correction) bool {
	was, is := strings.Fields(norm.NFC.String(c.Was)), strings.Fields(norm.NFC.String(c.Value))
	found := false
	for _, page := range pages {
		if c.Page != 0 && c.Page != page.Number {
			continue
		}
		words := wordsOf(page)
		for i := range words {
			switch {
			case stand(words[i:], was):
				replace(words[i:i+len(was)], is)
				found = true
			case stand(words[i:], is) && words[i].Change == extract.SourcePerson:
				found = true
			}
		}
	}
	return found
}

// wordsOf are the words of a page that say something, in reading order.
func wordsOf(page ingest.Page) []*ingest.Word {
	var all []*ingest.Word
	for _, l := range page.Lines {
		for i := range l.Words {
			if l.Words[i].Text != "" {
				all = append(all, &l.Words[i])
			}
		}
	}
	return all
}

// stand reports whether words begin with these; signs around a word are none
// of it.
func stand(words []*ingest.Word, these []string) bool {
	if len(these) == 0 || len(words) < len(these) {
		return false
	}
	for i, w := range these {
		if core(words[i].Text) != core(w) {
			return false
		}
	}
	return true
}

// core is a word without the signs around it, unless it is nothing else.
func core(word string) string {
	if s := strings.TrimFunc(word, isSign); s != "" {
		return s
	}
	return word
}

func isSign(r rune) bool { return unicode.IsPunct(r) }

// replace makes words read otherwise: one by one if there are as many, else all
// in the first.
func replace(words []*ingest.Word, is []string) {
	if len(is) != len(words) {
		pre, _ := signs(words[0].Text)
		_, post := signs(words[len(words)-1].Text)
		is = append([]string{pre + strings.Join(is, " ") + post}, make([]string, len(words)-1)...)
	} else {
		is = append([]string{}, is...)
		for i, w := range words {
			pre, post := signs(w.Text)
			is[i] = pre + core(is[i]) + post
		}
	}
	for i, w := range words {
		w.Text, w.Change, w.Sure, w.Doubtful = is[i], extract.SourcePerson, 1, false
	}
}

// signs are those before and after a word.
func signs(word string) (pre, post string) {
	from := strings.IndexFunc(word, func(r rune) bool { return !isSign(r) })
	if from < 0 {
		return word, ""
	}
	return word[:from], word[len(strings.TrimRightFunc(word, isSign)):]
}
