package pdfa

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// forbidden entries of the catalogue: what acts by itself, what asks for other
// files, and what speaks of signatures that hold for the original only.
var forbidden = []string{
	"/AA", "/AcroForm", "/Collection", "/DSS", "/NeedsRendering", "/OpenAction", "/Perms", "/Requirements", "/Threads", "/Version",
}

// tidyCatalog takes out what PDF/A forbids and puts in what it demands.
func (b *book) tidyCatalog(title string, conforms bool) {
	ref, old := b.catalog()
	c := maps.Clone(old)
	for _, name := range forbidden {
		delete(c, name)
	}
	if names := b.dict(c["/Names"]); names != nil {
		names = maps.Clone(names)
		for _, name := range []string{"/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"} {
			delete(names, name)
		}
		c["/Names"] = names
	}
	if _, ok := c["/Lang"]; !ok {
		c["/Lang"] = "u:vi"
	}
	c["/Metadata"] = b.addStream(dict{"/Type": "/Metadata", "/Subtype": "/XML"}, metadata(title, conforms))
	c["/OutputIntents"] = []any{b.add(dict{
		"/Type": "/OutputIntent", "/S": "/GTS_PDFA1", "/OutputConditionIdentifier": "u:sRGB", "/Info": "u:sRGB IEC61966-2.1",
		"/DestOutputProfile": b.addPacked(dict{"/N": 3}, profile()),
	})}
	b.set(ref, c)
}

// tidyPage takes what acts by itself out of a page's dictionary, and notes
// that must not be in PDF/A: qpdf has drawn everything that has an appearance
// into the page, so what remains is links.
func (b *book) tidyPage(page dict) {
	delete(page, "/AA")
	var links []any
	for _, a := range b.list(page["/Annots"]) {
		link := b.dict(a)
		if link["/Subtype"] != "/Link" || !b.harmless(link["/A"]) {
			continue
		}
		link = maps.Clone(link)
		delete(link, "/AA")
		link["/F"] = 4 // printed, never hidden
		links = append(links, b.add(link))
	}
	delete(page, "/Annots")
	if len(links) > 0 {
		page["/Annots"] = links
	}
}

// harmless reports whether an action only goes somewhere.
func (b *book) harmless(action any) bool {
	a := b.dict(action)
	kind, _ := a["/S"].(string)
	return a == nil || a["/Next"] == nil && slices.Contains([]string{"/GoTo", "/GoToR", "/URI"}, kind)
}

// tidyPictures takes out entries of pictures that PDF/A forbids: smoothing,
// and stand-ins for other devices. Their data is not touched.
func (b *book) tidyPictures() {
	for _, ref := range slices.Sorted(maps.Keys(b.streams)) {
		d := b.dict(ref)
		if d["/Subtype"] != "/Image" {
			continue
		}
		_, alternates := d["/Alternates"]
		_, opi := d["/OPI"]
		if d["/Interpolate"] == true || alternates || opi {
			d = maps.Clone(d)
			delete(d, "/Interpolate")
			delete(d, "/Alternates")
			delete(d, "/OPI")
			b.set(ref, d)
		}
	}
}

// pictureObstacles names what pictures have that PDF/A cannot allow here and
// that could only be mended by changing them.
func (b *book) pictureObstacles() (all []string) {
	for ref := range b.streams {
		d := b.dict(ref)
		switch {
		case d["/Subtype"] == "/Image" && b.value(d["/ColorSpace"]) == "/DeviceCMYK":
			all = append(all, "picture in CMYK without a profile")
		case d["/Subtype"] == "/PS", d["/Ref"] != nil:
			all = append(all, "PostScript or reference to another file")
		case slices.Contains(b.list(d["/Filter"]), any("/Crypt")):
			all = append(all, "stream with a filter of its own encryption")
		}
	}
	return all
}

// fontObstacle says why a font that can be seen is not as PDF/A wants it;
// empty if it is.
func (b *book) fontObstacle(font dict) string {
	name, _ := font["/BaseFont"].(string)
	if font["/Subtype"] == "/Type3" {
		return ""
	}
	if below := b.list(font["/DescendantFonts"]); len(below) > 0 {
		font = b.dict(below[0])
	}
	descriptor := b.dict(font["/FontDescriptor"])
	for _, program := range []string{"/FontFile", "/FontFile2", "/FontFile3"} {
		if descriptor[program] != nil {
			return ""
		}
	}
	return fmt.Sprintf("font %s is not embedded", strings.TrimPrefix(name, "/"))
}

// info is a text of the document information, empty if there is none.
func (b *book) info(name string) string {
	s, _ := b.value(b.dict(b.trailer["/Info"])[name]).(string)
	text, _ := strings.CutPrefix(s, "u:")
	if strings.HasPrefix(s, "b:") {
		return ""
	}
	return text
}

// count is a number for dictionaries that we make.
func count(n int) json.Number { return json.Number(fmt.Sprint(n)) }
