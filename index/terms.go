package index

import bleve "github.com/blevesearch/bleve_index_api"

// terms counts the terms of one field of one entry, in Bleve's form.
type terms struct {
	counts bleve.TokenFrequencies
	length int
}

// newTerms makes room for about n.
func newTerms(n int) *terms {
	return &terms{counts: make(bleve.TokenFrequencies, min(n, roomForTerms))}
}

// roomForTerms is made at most before the terms come: a section has about as
// many, and in a long text most are repeated.
const roomForTerms = 256

func oneTerm(term string) *terms {
	t := newTerms(1)
	t.add(term)
	return t
}

func (t *terms) add(term string) {
	n := 1
	if before := t.counts[term]; before != nil {
		n += before.Frequency()
	}
	t.counts[term] = times(n)
	t.length++
}

func (t *terms) addEach(all []string) {
	for _, term := range all {
		t.add(term)
	}
}

// addAll adds a text's syllables and pairs.
func (t *terms) addAll(text string) {
	for s := range eachSyllable(text) {
		t.add(s.folded)
		if s.pair != "" {
			t.add(s.pair)
		}
	}
}

// remove drops what the others have.
func (t *terms) remove(others ...*terms) {
	for term, n := range t.counts {
		for _, o := range others {
			if o.counts[term] != nil {
				t.length -= n.Frequency()
				delete(t.counts, term)
				break
			}
		}
	}
}

// times says that a term is there n times. Bleve only reads it, so that the
// terms of all entries share those of small n: an entry has 400 terms, and
// these were most of the memory that a batch took.
func times(n int) *bleve.TokenFreq {
	if n < len(fewTimes) {
		return &fewTimes[n]
	}
	f := new(bleve.TokenFreq)
	f.SetFrequency(n)
	return f
}

var fewTimes = func() (all [64]bleve.TokenFreq) {
	for n := range all {
		all[n].SetFrequency(n)
	}
	return all
}()

// lengthUnit: lengths of fields are told Bleve in fours, so that most take one
// byte beside each term of each entry instead of two. BM25 wants them roughly.
const lengthUnit = 4

// field is one field of a record, cut already.
type field struct {
	name    string
	value   []byte
	options bleve.FieldIndexingOptions
	terms   *terms // nil: not indexed
}

func (f *field) Name() string                        { return f.name }
func (f *field) Value() []byte                       { return f.value }
func (f *field) ArrayPositions() []uint64            { return nil }
func (f *field) EncodedFieldType() byte              { return 't' }
func (f *field) Options() bleve.FieldIndexingOptions { return f.options }
func (f *field) NumPlainTextBytes() uint64           { return 0 }
func (f *field) Analyze()                            {} // done in record.analyse

func (f *field) AnalyzedLength() int {
	if f.terms == nil {
		return 0
	}
	return (f.terms.length + lengthUnit - 1) / lengthUnit
}

func (f *field) AnalyzedTokenFrequencies() bleve.TokenFrequencies {
	if f.terms == nil {
		return nil
	}
	return f.terms.counts
}
