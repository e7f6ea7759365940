package index

// What is indexed of an entry.
//
//	_id       the entry's key, as Bleve wants it
//	exact     marked syllables, exact form
//	folded    all syllables, folded
//	pairs     folded syllables two by two: "ke hoach", "hoach nam"
//	head      syllables and pairs of a document's type, title and issuer, for ranking
//	raw       syllables and pairs of the raw reading that the text has not
//	number    the document's own number, in every form it is asked for
//	cites     numbers of the documents it cites, also without symbol or year
//	mentions  numbers found in the text, likewise
//	cited     the same as cites, as they are printed, for facets and counts
//	id …      one column each for filters, facets, sorting and grouping
//	… words   words and pairs of some columns, for title:"…" (worded.go)
//	entry     the entry as JSON but for its texts; text, said: Text and Raw; stored only
//
// exact leaves out syllables without marks: their exact form is their folded
// one. raw leaves out what the text has, so that it stays small and says
// nothing but "only the raw reading has this".
//
// Phrases go through pairs: in Vietnamese a syllable is in a third of all
// sections, and a phrase query over syllable positions took p95 750 ms at
// 300,000 sections; pairs are rare. The fields keep no positions, which would
// be a third of the index. Pairs can agree without the phrase being there
// (a b … b c; of legal sections that have all pairs of a phrase of three 3 %
// lack it, of six 10 %), so phrases are checked on the text: phrase.go.
//
// The fields are built here and not by a Bleve mapping: a mapping is stored
// with the index and would have to be kept in step; here only the schema
// number counts, and each text is cut once for all its fields.

import (
	"encoding/json"

	bleve "github.com/blevesearch/bleve_index_api"
)

// schema numbers the fields and analysis above. An index of another number is
// rebuilt. Raise it with any change to what is indexed.
const schema = 5

// Names of the searched fields.
const (
	fieldExact    = "exact"
	fieldFolded   = "folded"
	fieldPairs    = "pairs"
	fieldHead     = "head"
	fieldRaw      = "raw"
	fieldNumber   = "number"
	fieldCites    = "cites"
	fieldMentions = "mentions"
	fieldCited    = "cited"
	fieldID       = "id"
	fieldEntry    = "entry"
	fieldText     = "text"
	fieldSaid     = "said"
)

// record is an entry on its way into the index: a bleve.Document that cuts its
// text when Bleve's analysis workers first look at it.
type record struct {
	entry  Entry
	stored []byte
	fields []bleve.Field
}

func newRecord(e Entry) (*record, error) {
	fields := e
	fields.Text, fields.Raw = "", ""
	stored, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	return &record{entry: e, stored: stored}, nil
}

func (r *record) ID() string                                 { return r.entry.Key }
func (r *record) Size() int                                  { return 4 * (len(r.stored) + len(r.entry.Text)) }
func (r *record) VisitComposite(bleve.CompositeFieldVisitor) {}
func (r *record) HasComposite() bool                         { return false }
func (r *record) NumPlainTextBytes() uint64                  { return uint64(len(r.entry.Text)) }
func (r *record) StoredFieldsBytes() uint64                  { return uint64(len(r.stored)) }
func (r *record) Indexed() bool                              { return true }
func (r *record) AddIDField()                                {} // VisitFields has it

// VisitFields is called by one goroutine at a time: first an analysis worker,
// then the segment's builder.
func (r *record) VisitFields(visit bleve.FieldVisitor) {
	if r.fields == nil {
		r.fields = r.analyse()
	}
	for _, f := range r.fields {
		visit(f)
	}
}

func (r *record) analyse() []bleve.Field {
	e := r.entry
	length := len(e.Text)
	exact, folded, pairs := newTerms(length/12), newTerms(length/10), newTerms(length/8) // so many are different
	addText := func(text string) {
		for w := range eachSyllable(text) {
			folded.add(w.folded)
			if w.marked() {
				exact.add(w.exact)
			}
			if w.pair != "" {
				pairs.add(w.pair)
			}
		}
	}
	addText(e.Text)
	for _, s := range e.headings() {
		addText(s)
	}
	head, raw := newTerms(0), newTerms(0)
	for _, s := range e.titles() {
		head.addAll(s)
	}
	raw.addAll(e.Raw)
	raw.remove(folded, pairs)
	fields := []bleve.Field{
		&field{name: "_id", value: []byte(e.Key), options: bleve.IndexField | bleve.StoreField, terms: oneTerm(e.Key)},
		&field{name: fieldEntry, value: r.stored, options: bleve.StoreField},
		&field{name: fieldText, value: []byte(e.Text), options: bleve.StoreField},
		&field{name: fieldSaid, value: []byte(e.Raw), options: bleve.StoreField},
		&field{name: fieldExact, options: bleve.IndexField, terms: exact},
		&field{name: fieldFolded, options: bleve.IndexField, terms: folded},
		&field{name: fieldPairs, options: bleve.IndexField, terms: pairs},
		&field{name: fieldHead, options: bleve.IndexField, terms: head},
		&field{name: fieldRaw, options: bleve.IndexField, terms: raw},
	}
	fields = append(fields, e.identifierFields()...)
	fields = append(fields, e.columnFields()...)
	return append(fields, e.wordedFields()...)
}

// headings are what is said of the entry outside its text.
func (e Entry) headings() []string {
	if e.Kind != KindDocument {
		return append(e.titles(), e.With...)
	}
	return append(e.titles(), e.Signer, e.File)
}

// titles are the headings that say what the entry is about.
func (e Entry) titles() []string {
	if e.Kind != KindDocument {
		return []string{e.Unit}
	}
	return []string{e.Type, e.Title, e.Issuer, e.Province, e.ProvinceNow, e.Number}
}

// identifierFields are the numbers of the document and of those it names.
func (e Entry) identifierFields() []bleve.Field {
	number, cites, mentions := newTerms(0), newTerms(0), newTerms(0)
	if e.Kind == KindDocument {
		number.addEach(e.numberTerms())
	}
	for _, c := range e.Cites {
		cites.addEach(parseNumber(c).namedTerms())
	}
	for _, id := range identifiersIn(e.Text) {
		mentions.addEach(id.namedTerms())
	}
	const options = bleve.IndexField | bleve.SkipFreqNorm
	return []bleve.Field{
		&field{name: fieldCited, options: options | bleve.DocValues, terms: e.citedTerms()},
		&field{name: fieldNumber, options: options, terms: number},
		&field{name: fieldCites, options: options, terms: cites},
		&field{name: fieldMentions, options: options, terms: mentions},
	}
}

// citedTerms are the numbers cited as they are printed.
func (e Entry) citedTerms() *terms {
	out := newTerms(0)
	for _, c := range e.Cites {
		if c != "" {
			out.add(c)
		}
	}
	return out
}

// numberTerms are the terms under which the document's own number is found.
func (e Entry) numberTerms() []string {
	if e.Number == "" {
		return nil
	}
	return parseNumber(e.Number).terms(e.Issued[:min(4, len(e.Issued))], e.Type)
}

// columnFields are single values kept for columns.go.
func (e Entry) columnFields() []bleve.Field {
	out := make([]bleve.Field, 0, len(columnNames))
	for name, value := range e.columnValues() {
		if value == "" {
			continue
		}
		out = append(out, &field{
			name:    columnNames[name],
			options: bleve.IndexField | bleve.DocValues | bleve.SkipFreqNorm,
			terms:   oneTerm(value),
		})
	}
	return out
}

// wordedFields are the words of some of the columns.
func (e Entry) wordedFields() []bleve.Field {
	var out []bleve.Field
	values := e.columnValues()
	for _, col := range wordedColumns {
		words := newTerms(0)
		for _, part := range wordedParts(col, values[col]) {
			words.addAll(part)
		}
		if words.length > 0 {
			out = append(out, &field{name: fieldOfWords(col), options: bleve.IndexField | bleve.SkipFreqNorm, terms: words})
		}
	}
	return out
}
