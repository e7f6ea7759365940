// Package extract reads the fields of a Vietnamese administrative document:
// what an archivist would type and an analyst compares. A document with its
// lines and words comes in, arranged by layout or as it was read; a Fields goes
// out, in which every value has evidence: page, box, words, source, rule and
// confidence. It never invents: what the page does not show is null, what it
// shows badly is null with a note in Review, and a wrong number counts for
// worse than none. It never changes the document.
//
//	x, err := extract.New(extract.Options{})
//	fields := x.Extract(doc)
//	fmt.Println(*fields.Number, fields.Evidence["number"].Page)
//
// How a document is read, in this order, each step a file:
//
//	text, flow            pages → one text, plain and folded, with places
//	symbol, code, date    every số ký hiệu and date of the text
//	bounds                the main document apart from annexes and what follows
//	head, title           the cells above the title; type and subject
//	number, issued        fused from page, annotations and file name; printed
//	                      tells their digits from those a hand filled in, which
//	                      handnumber and handdate weigh with all else (belief)
//	signature, recipients the foot, side by side (capacity, signers, spoiled, name,
//	                      damaged); named finds who signs in the text
//	issuer, province      what the head leaves open, completed by the rest
//	citation (cited, relation, housecode), section (label, roman), task (tasktable,
//	cooperating), target (comparison), deadline (cue, recurring), contact
//	effective, stamp      since when in force; urgency, secrecy, the ĐẾN stamp
//	annex                 what follows the main document in the file
//	sketch                what tells a paper that was scanned twice
//
// What the other documents of an archive tell of one is no part of this: Settle
// (sibling, with series and copied) adds it when a document is looked at.
//
// Where something new goes: a body, title, type or phrase is a line of a table in
// rules, with its example; a field is a member of Fields and a step of Extract, in a
// file named after it, that sets value and evidence together; what a page may look
// like is a text of your own in testdata, its fields written by go test -update and
// read by eye. All files are of one package because they share one text with its
// places (text) and one reader: a step is a method that reads what the steps before
// it have set.
//
// Anchors are matched folded and with a letter in six lost or misread (package
// fold); what they are stands in rules, the names of places in gazetteer.
//
// An Extractor is safe for concurrent use.
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
