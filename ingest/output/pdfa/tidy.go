package pdfa

import (
	"encoding/json"
	"maps"
	"math"
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
	if layers := b.dict(c["/OCProperties"]); layers != nil {
		c["/OCProperties"] = b.tidyLayers(layers)
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

// tidyLayers gives each configuration of layers the name that PDF/A wants it
// to have, and takes out what switches them by itself.
func (b *book) tidyLayers(layers dict) dict {
	layers = maps.Clone(layers)
	tidy := func(v any) any {
		c := maps.Clone(b.dict(v))
		if c == nil {
			return v
		}
		if name, _ := b.value(c["/Name"]).(string); len(name) <= len("u:") {
			c["/Name"] = "u:default"
		}
		delete(c, "/AS")
		return c
	}
	layers["/D"] = tidy(layers["/D"])
	if all := b.list(layers["/Configs"]); len(all) > 0 {
		configs := make([]any, len(all))
		for i, c := range all {
			configs[i] = tidy(c)
		}
		layers["/Configs"] = configs
	}
	return layers
}

// tidyPage takes what acts by itself out of a page's dictionary, and boxes
// that cannot be. Annotations go too: those with an appearance qpdf has drawn
// into the page, and of the others some versions of it keep links.
func (b *book) tidyPage(page dict) {
	delete(page, "/AA")
	delete(page, "/Annots")
	for _, box := range []string{"/ArtBox", "/BleedBox", "/TrimBox"} {
		if page[box] != nil && !b.fits(page[box]) {
			delete(page, box)
		}
	}
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

// fits reports whether a box of a page has a size that PDF/A allows.
func (b *book) fits(box any) bool {
	c := b.list(box)
	if len(c) != 4 {
		return false
	}
	allowed := func(from, to any) bool {
		size := math.Abs(b.number(to, 0) - b.number(from, 0))
		return size >= 3 && size <= 14400
	}
	return allowed(c[0], c[2]) && allowed(c[1], c[3])
}

// mapGlyphs says of embedded TrueType fonts how their codes name glyphs, which
// PDF/A wants said although there is only one way left to mean it.
func (b *book) mapGlyphs() {
	for ref, o := range b.objects {
		font, ok := o.(dict)
		if ok && font["/Subtype"] == "/CIDFontType2" && font["/CIDToGIDMap"] == nil {
			font = maps.Clone(font)
			font["/CIDToGIDMap"] = "/Identity"
			b.set(ref, font)
		}
	}
}

// objectObstacles names what objects have that PDF/A cannot allow here and
// that could only be mended by changing what the page looks like.
func (b *book) objectObstacles() (all []Obstacle) {
	for ref, o := range b.objects {
		if usesCMYK(o) {
			all = append(all, ObstacleCMYK)
		}
		d, ok := o.(dict)
		switch {
		case !ok:
		case d["/Subtype"] == "/PS", d["/Subtype"] == "/Form" && d["/Ref"] != nil:
			all = append(all, ObstacleForeign)
		case d["/Type"] == "/ExtGState" && (d["/TR"] != nil || d["/HTP"] != nil):
			all = append(all, ObstacleTransfer)
		case d["/Type"] == "/Page" && !b.fits(b.inherited(ref, "/MediaBox")):
			all = append(all, ObstacleSize)
		case slices.Contains(b.list(d["/Filter"]), any("/Crypt")):
			all = append(all, ObstacleCrypt)
		}
	}
	return all
}

// usesCMYK looks for the colour space in an object; as the alternate of a
// profile it is allowed.
func usesCMYK(o any) bool {
	switch o := o.(type) {
	case string:
		return o == "/DeviceCMYK"
	case []any:
		return slices.ContainsFunc(o, usesCMYK)
	case dict:
		for name, v := range o {
			if name != "/Alternate" && usesCMYK(v) {
				return true
			}
		}
	}
	return false
}

// isEmbedded reports whether a font comes with its shapes.
func (b *book) isEmbedded(font dict) bool {
	if font["/Subtype"] == "/Type3" {
		return true
	}
	if below := b.list(font["/DescendantFonts"]); len(below) > 0 {
		font = b.dict(below[0])
	}
	descriptor := b.dict(font["/FontDescriptor"])
	return descriptor["/FontFile"] != nil || descriptor["/FontFile2"] != nil || descriptor["/FontFile3"] != nil
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

// number is a number for dictionaries that we make, as those that we read
// have it.
func number(v float64) json.Number { return json.Number(appendNumber(nil, v)) }
