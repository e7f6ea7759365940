package extract

import (
	"vanthu/extract/gazetteer"
	"vanthu/extract/rules"
	"vanthu/ingest"
)

// Options of an Extractor. The zero value reads with the embedded rules.
type Options struct{}

// Extractor reads documents.
type Extractor struct {
	rules     *rules.Set
	grammar   grammar
	directory *directory
}

// New parses the rules and the gazetteer.
func New(Options) (*Extractor, error) {
	set, err := rules.Load()
	if err != nil {
		return nil, err
	}
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	return &Extractor{set, newGrammar(set), newDirectory(set, gaz)}, nil
}

// ProvinceNow is today's name of a former province: "Đồng Nai" for "Bình
// Phước".
func (x *Extractor) ProvinceNow(old string) string { return x.directory.gaz.ProvinceNow(old) }

// Extract reads one document.
func (x *Extractor) Extract(doc ingest.Document) Fields {
	r := &reader{Extractor: x, text: newText(doc.Pages), file: doc.File}
	r.fields = Fields{
		File: doc.File, SHA256: doc.ID, Pages: len(doc.Pages),
		Recipients: []string{}, Citations: []Citation{}, Sections: []Section{}, Tasks: []Task{},
		Targets: []Target{}, Deadlines: []Deadline{}, Periodic: []Deadline{}, Annexes: []Annex{}, Contacts: Contacts{Emails: []string{}, Phones: []string{}},
		Evidence: map[string]Evidence{}, Review: []string{},
	}
	r.symbols = x.grammar.symbols(&r.text.folded)
	r.dates = dates(r.text.f)
	for _, read := range []func(*reader){
		(*reader).findBounds, (*reader).readHead, (*reader).readTitle, (*reader).readStamps, (*reader).readNumber, (*reader).readIssued,
		(*reader).readSignature, (*reader).readRecipients, (*reader).readYear, (*reader).readIssuer, (*reader).readNamedSigner, (*reader).readDigitalSigner,
		(*reader).readCitations,
		(*reader).readSections, (*reader).readTasks, (*reader).readTaskTables, (*reader).readTargets, (*reader).readDeadlines, (*reader).readContacts,
		(*reader).readEffective, (*reader).handArrival, (*reader).readAnnexes,
	} {
		read(r)
	}
	r.fields.Sketch = sketchOf(r.f)
	return r.fields
}

// reader is one document being read.
type reader struct {
	*Extractor
	*text
	file    string
	symbols []symbol
	dates   []date
	main    span // the main document, without annexes
	body    span // between head and signature
	head    head
	parts   []part
	places  []located         // see placesNamed
	house   map[string]string // see houseCodes
	fields  Fields
}
