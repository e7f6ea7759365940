package extract

import (
	"slices"
	"strings"
)

// Whoever signs by certificate need not appear in the text: under the title
// stands a picture of the hand, or nothing. The certificate names him, and so
// does the stamp that shows the signature:
//
//	Signer "Nguyễn Đức Lộc"                       a person: the signer's name
//	Signer "VĂN PHÒNG", Ký bởi: Sở Y tế           a body's seal: nobody
//	two persons, as where a clerk signs the copy  nobody, both are shown
//
// What is left of the name under the title must not say otherwise.

const (
	// sourceSignature is the source of what a digital signature tells.
	sourceSignature = "signature"
	// sureDigital is how sure it makes: the file may carry another's signature
	// on a copy.
	sureDigital = 0.8
)

// readDigitalSigner takes the signer's name from the digital signatures where
// the signature block does not give it.
func (r *reader) readDigitalSigner() {
	s := &r.fields.Signer
	names := r.certified()
	if s.Name != nil || s.Position == nil || len(names) == 0 {
		return
	}
	e := r.fields.Evidence["signer.name"]
	if len(names) > 1 || !mayBeLeft(e.Text, names[0]) {
		e.Alternatives = append(slices.Clone(names), e.Alternatives...)
		r.fields.Evidence["signer.name"] = e
		return
	}
	e.Page, e.Text, e.Source, e.Rule, e.Confidence = max(1, e.Page), names[0], sourceSignature, "signature:digital", sureDigital
	e.Alternatives = append([]string{}, e.Alternatives...)
	s.Name, r.fields.Evidence["signer.name"] = &names[0], e
	r.fields.Review = settled(r.fields.Review, "signer.name")
}

// certified are the persons whose certificates signed the file.
func (r *reader) certified() (names []string) {
	for _, said := range r.signatureTexts() {
		if name := r.personOf(said); name != "" {
			names = once(names, name)
		}
	}
	return names
}

// signatureTexts are what signatures and their stamps say of who signed.
func (r *reader) signatureTexts() (said []string) {
	for _, p := range r.pages {
		for _, s := range p.Signatures {
			said = append(said, s.Signer)
		}
		for _, l := range p.Annotations {
			said = append(said, r.afterSigned(l.Text())...)
		}
	}
	for i := r.lineAt(max(0, r.body.to-1)); i >= 0 && i < len(r.lines) && r.lines[i].from < r.main.to; i++ {
		said = append(said, r.afterSigned(r.str(r.lines[i].span))...)
	}
	return said
}

// afterSigned is what stands behind "Ký bởi:" in a line.
func (r *reader) afterSigned(line string) []string {
	who, rest, ok := strings.Cut(line, ":")
	if !ok || !r.opens(newFolded(strings.TrimSpace(who)).f, "signed") {
		return nil
	}
	return []string{rest}
}

// personOf is the name of a person in what a certificate calls its holder, or
// "": bodies sign too.
func (r *reader) personOf(holder string) string {
	holder, _, _ = strings.Cut(holder, ",")
	holder, _, _ = strings.Cut(holder, "<")
	if allUpper(holder) {
		holder = titleCase(holder)
	}
	words := strings.Fields(holder)
	if len(words) < fewName || len(words) > mostName || !r.isPerson(words) {
		return ""
	}
	return r.properName(holder)
}
