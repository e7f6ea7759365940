package extract

import (
	"strings"

	"vanthu/extract/fold"
)

// The province of a document follows from its issuer's place; where that names
// only a commune or district, from the district that the gazetteer or another
// place in the text gives; where the head is missing, from the bodies it cites.

// hueCity is when Thừa Thiên Huế became the city of Huế.
const hueCity = "2025-01-01"

// setProvince sets the province from the bodies of the head.
func (r *reader) setProvince(bodies []authority, sp span) {
	for i := len(bodies) - 1; i >= 0; i-- {
		if p := bodies[i].place; p.province != "" {
			r.putProvince(p.province, sp, "province:issuer", 0.98)
			return
		}
	}
	for i := len(bodies) - 1; i >= 0; i-- {
		if among := bodies[i].place.among; len(among) > 0 {
			if name, at, ok := r.oneOf(among); ok {
				r.putProvince(name, at, "province:district", 0.9)
				return
			}
		}
	}
	if name, ok := r.provinceOfDate(); ok && levelOf(bodies[0]) == LevelProvince {
		r.putProvince(name, r.head.date.span, "province:place", 0.9)
		return
	}
	if !bodies[len(bodies)-1].open || bodies[0].name != bodies[len(bodies)-1].name {
		return
	}
	if name, at, ok := r.citedProvince(); ok {
		r.putProvince(name, at, "province:citation", 0.85)
	}
}

// provinceOfDate is the province that stands before the date: bodies of a province sit
// there, whether or not they name it.
func (r *reader) provinceOfDate() (string, bool) {
	if r.fields.Place == nil {
		return "", false
	}
	f := fold.String(*r.fields.Place)
	name, end, ok := r.directory.gaz.ProvinceAt(f)
	return name, ok && end == len(f)
}

func (r *reader) putProvince(name string, sp span, rule string, sure float64) {
	if name == "Huế" && (r.fields.Issued != nil && *r.fields.Issued < hueCity || r.fields.Issued == nil && r.fields.Year != nil && *r.fields.Year < 2025) {
		name = "Thừa Thiên Huế"
	}
	r.set("province", &r.fields.Province, name, sp, rule, sure)
}

// oneOf settles which of several provinces is meant by the places named in the
// text: the first district or province that lies in just one of them.
func (r *reader) oneOf(among []string) (string, span, bool) {
	for _, found := range r.placesNamed() {
		for _, name := range among {
			if found.place.province == name {
				return name, found.span, true
			}
		}
	}
	return "", span{}, false
}

// located is a place and where it stands.
type located struct {
	place place
	span
}

// maxPlaces bounds how many places of a text are looked at.
const maxPlaces = 200

// placesNamed are the places that the text names by kind and name; they are
// looked for once.
func (r *reader) placesNamed() []located {
	if r.places != nil {
		return r.places
	}
	found := []located{}
	for i := r.main.from; i < r.main.to && len(found) < maxPlaces; i++ {
		if i > 0 && r.f[i-1] != ' ' && r.f[i-1] != '\n' || strings.IndexByte("thqx", r.f[i]) < 0 {
			continue
		}
		p, end, ok := r.directory.placeAt(&r.folded, i, r.main.to)
		if ok && p.name != "" && r.upper(end-len(lastWord(r.f[i:end]))) {
			found = append(found, located{p, span{i, end}})
		}
	}
	r.places = found
	return found
}

func lastWord(f string) string { return f[strings.LastIndexByte(f, ' ')+1:] }

// citedProvince is the province that the text names first.
func (r *reader) citedProvince() (string, span, bool) {
	for _, found := range r.placesNamed() {
		if found.place.province != "" {
			return found.place.province, found.span, true
		}
	}
	return "", span{}, false
}

// ownPlace is the place of a body that names none or only a kind: the
// document's own. "UBND thành phố" in the letter of a district is that of the
// city above it.
func (r *reader) ownPlace(a authority) place {
	kind := a.place.kind
	if p, ok := r.superiorOf(kind); ok {
		return p
	}
	if r.fields.Issued != nil && r.fields.Place != nil && kind != "" {
		return place{kind: kind, name: *r.fields.Place}
	}
	want := kind
	if want == "" && strings.HasPrefix(a.name, "Sở ") {
		want = "tỉnh"
	}
	if p := r.fields.Province; p != nil && (want == "tỉnh" || want == "thành phố" && want == r.directory.gaz.ProvinceKind(*p)) {
		return place{kind: r.directory.gaz.ProvinceKind(*p), name: *p, province: *p}
	}
	for _, found := range r.placesNamed() {
		if p := found.place; p.kind == want || want == "tỉnh" && p.kind == "thành phố" && p.name == p.province {
			return p
		}
	}
	return a.place
}

// superiorOf is the unit of a kind to which the issuer's own, of another kind,
// belongs: that of its superior, or the province.
func (r *reader) superiorOf(kind string) (place, bool) {
	if kind == "" || r.fields.Issuer == nil {
		return place{}, false
	}
	own, ok := r.directory.parse(*r.fields.Issuer)
	if !ok || own.place.kind == "" || own.place.kind == kind {
		return place{}, false
	}
	if r.fields.IssuerParent != nil {
		if above, ok := r.directory.parse(*r.fields.IssuerParent); ok && above.place.kind == kind && above.place.name != "" {
			return above.place, true
		}
	}
	if p := r.fields.Province; p != nil && r.directory.gaz.ProvinceKind(*p) == kind {
		return place{kind: kind, name: *p, province: *p}, true
	}
	return place{}, false
}
