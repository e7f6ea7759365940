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
// # How a document is read
//
// In this order, each step a method of one reader that sets value and evidence of
// its fields (extract.go) from what the steps before it have set:
//
//	pages → one text, plain and folded, with places      text, flow, sentence, cell
//	every số ký hiệu and every date of the text          symbol, date
//	the main document apart from what follows            bounds
//	the cells above the title, told by their kinds       head, lawsite
//	then field by field, as below
//
// # Where a field is read
//
//	doc_type, title, year    title; year
//	number                   number: fused from page, annotation and file name (filename)
//	                         symbol, serial, code: the grammar of numbers and what OCR does to it
//	                         printed: whether a hand wrote it; handwriting, handnumber: if so
//	place, issued            issued; date: the grammar of dates; printed, handdate: written by hand
//	                         prior: what signature, citations, arrival, file name say of a date
//	                         misprinted, lookalike: figures that OCR took for letters
//	                         belief: how readings and evidence are weighed
//	issuer, issuer_parent    issuer; authority: names of bodies; level: issuer_level
//	province                 province; place: a unit of the gazetteer in the text
//	signer                   signature: the block; capacity: KT., TM. …; signers: two side by side
//	                         spoiled: titles under a seal; name, damaged: names, under a seal
//	                         named: who the text says will sign; digital: the certificate's name
//	recipients               recipients: the list; recipient: one of them
//	citations                citation; cited: issuer and subject; relation: basis, replaces …
//	                         housecode: codes spoilt here and read there
//	sections                 section: the numbering; label: what opens a paragraph; roman
//	tasks                    task; unit: who; cooperating: with whom; tasktable: tables of annexes
//	targets                  target; comparison: at least, below, and of what
//	deadlines, periodic      deadline: dated; cue: trước ngày …; recurring: rules; what: due, to whom
//	effective                effective
//	urgency, secrecy, arrival   stamp; handarrival: written into the stamp
//	annexes                  annex
//	contacts                 contact
//	sketch                   sketch: papers scanned twice
//	evidence, review         evidence
//
// anchor finds phrases of rules, casing turns capitals into running text, fields
// is the object itself.
//
// What is known after reading is no part of Extract: Settle (sibling, with series
// and copied) adds what the other documents of an archive tell when a document is
// looked at, Correct (correct) what a person knows better.
//
// # Where something new goes
//
// A body, title, type or phrase is a line of a table in rules, with its example; a
// field is a member of Fields and a step of Extract, in a file named after it; what
// a page may look like is a text of your own in testdata, its fields written by
// go test -update and read by eye. To see why a field is what it is:
// `vanthu extract --explain FILE` names the rule, and the rule its file
// ("signature:spoiled").
//
// All files are of one package because they share one text with its places and one
// reader. What could be cut off cheaply, the 380 lines of Settle, would need seven
// more names exported (evidence that is replaced, notes that are settled, names
// under seals): not done.
//
// Anchors are matched folded and with a letter in six lost or misread (package
// fold); the names of places are in gazetteer.
//
// An Extractor is safe for concurrent use.
package extract
