package extract

import (
	"cmp"
	"strings"
)

// The issuing body stands above the number, its superior over it:
//
//	UBND TỈNH KIÊN GIANG      → parent  Ủy ban nhân dân tỉnh Kiên Giang
//	SỞ Y TẾ                   → issuer  Sở Y tế [tỉnh Kiên Giang]
//
// A name runs over lines; a new one begins where a line opens with the name of
// a kind of body. The issuer is completed with the place of its superior, an
// office ("VĂN PHÒNG") with the superior itself; a school has a name of its own
// and needs no place. In a
// document without a head the issuer is who "ban hành", "xây dựng" the document
// by its own words, and its place that of the documents it cites.

// readIssuer sets issuer, its level, its superior and the province.
func (r *reader) readIssuer() {
	bodies, spans := r.headBodies()
	if len(bodies) == 0 {
		bodies, spans = r.bodyIssuer()
	}
	if len(bodies) == 0 {
		r.metaIssuer()
		return
	}
	last := len(bodies) - 1
	issuer := bodies[last]
	if last > 0 {
		parent := r.placed(bodies[last-1], place{})
		r.set("issuer_parent", &r.fields.IssuerParent, parent.String(), spans[last-1], "issuer:superior", 0.95)
		issuer = r.under(issuer, parent)
	}
	if !issuer.school() {
		issuer = r.placed(issuer, r.areaAbove(spans[0].from))
	}
	r.set("issuer", &r.fields.Issuer, issuer.String(), spans[last], "issuer:head", 0.95)
	level := levelOf(issuer)
	if last > 0 && strings.HasPrefix(issuer.name, "Phòng ") { // of a department or the police of a province
		level = cmp.Or(levelOf(r.placed(bodies[last-1], place{})), level)
	}
	r.set("issuer_level", &r.fields.IssuerLevel, level, spans[last], "issuer:level", 0.95)
	r.setProvince(append(bodies, issuer), spans[last])
}

// areaAbove is the place that stands alone above the first body, as it does
// above steering committees: TỈNH BÌNH THUẬN ⏎ BAN CHỈ ĐẠO.
func (r *reader) areaAbove(pos int) place {
	for _, c := range r.head.issuer {
		sp := r.trim(c.span, junk)
		if p, end, ok := r.directory.placeAt(&r.folded, sp.from, sp.to); ok && end == sp.to && sp.to <= pos {
			return p
		}
	}
	return place{}
}

// under completes a body with what its superior says.
func (r *reader) under(a, superior authority) authority {
	switch {
	case isCommittee(a) && strings.HasSuffix(superior.name, " Việt Nam"): // HỘI … VIỆT NAM ⏎ BAN THƯỜNG VỤ TỈNH LAI CHÂU
		name := strings.NewReplacer("thường vụ", "Thường vụ", "chấp hành", "Chấp hành").Replace(a.name)
		return authority{name: name + " " + strings.TrimSuffix(superior.name, " Việt Nam"), place: a.place}
	case isOffice(a):
		return authority{name: a.name + " " + superior.name, place: superior.place}
	case a.school():
		return a
	}
	return r.placed(a, superiorPlace(superior))
}

// isCommittee reports whether a body is the committee of a union in a place.
func isCommittee(a authority) bool {
	return a.place.name != "" && (a.name == "Ban thường vụ" || a.name == "Ban chấp hành")
}

// isOffice reports whether a body carries the name of its superior: its office, and
// the departments of a committee of the party.
func isOffice(a authority) bool {
	return a.place.name == "" && (a.name == "Văn phòng" || a.name == "Ban Tổ chức" || a.name == "Ban Tuyên giáo" || a.name == "Ban Dân vận" ||
		a.name == "Ban Nội chính" || a.name == "Ủy ban Kiểm tra" || a.name == "Ban Thường trực")
}

// superiorPlace is the place that an office below a local body carries.
func superiorPlace(parent authority) place {
	if parent.local() {
		return parent.place
	}
	return place{}
}

// headBodies joins the lines above the number into names.
func (r *reader) headBodies() ([]authority, []span) {
	var bodies []authority
	var spans []span
	var raw []string
	if !r.head.motto && r.head.number.empty() {
		return nil, nil
	}
	for _, c := range r.head.issuer {
		sp := r.trim(c.span, " -_*.,:;'\"|~`=")
		f := r.fold(sp)
		if len(f) < 3 || !allUpper(r.str(sp)) && r.fields.Number == nil {
			continue
		}
		_, end, opens := r.directory.nameAt(f)
		opens = opens && !strings.HasPrefix(f[end:], ",") // PHÒNG, CHỐNG DỊCH is no office
		if opens && !r.goesOn(raw, f) || len(raw) == 0 {
			raw, spans = append(raw, allCapital(r.str(sp))), append(spans, sp)
			continue
		}
		raw[len(raw)-1] += " " + allCapital(r.str(sp))
		spans[len(spans)-1].to = sp.to
	}
	kept := spans[:0]
	for i, name := range raw {
		if a, ok := r.headBody(name); ok {
			bodies, kept = append(bodies, a), append(kept, spans[i])
		}
	}
	return bodies, kept
}

// allCapital is a line of capitals with I for an l that was read among them: ĐỜl SỐNG.
func allCapital(line string) string {
	if capital := strings.ReplaceAll(line, "l", "I"); allUpper(capital) {
		return capital
	}
	return line
}

// headBody is the body that a letterhead names, or the one of its people who issues
// in his own name: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI.
func (r *reader) headBody(name string) (authority, bool) {
	if a, ok := r.directory.parse(name); ok {
		return a, true
	}
	f := newFolded(name)
	title, end, ok := r.position(f.f)
	if !ok {
		return authority{}, false
	}
	a, ok := r.directory.parse(f.str(span{end, len(f.f)}))
	a.name = capitalize(strings.ToLower(title)) + " " + a.name
	return a, ok
}

// goesOn reports whether a line that could open a name goes on with the one
// before: after a hyphen, a conjunction or a kind of place. HỚN QUẢN ends with
// no kind, but with the name of a place.
func (r *reader) goesOn(raw []string, f string) bool {
	if len(raw) == 0 {
		return false
	}
	last := raw[len(raw)-1]
	before := newFolded(last).f
	for _, end := range []string{" -", " va", " cua", " cac", ","} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	a, ok := r.directory.parse(last)
	return ok && a.place.kind != "" && a.place.name == ""
}

// bodyIssuer finds the body that says it issues the document, in the first
// paragraphs below the title.
func (r *reader) bodyIssuer() ([]authority, []span) {
	first := r.paraAt(r.body.from)
	for i := first; i < min(len(r.paras), first+8); i++ {
		p := r.paras[i]
		if p.to <= r.body.from {
			continue
		}
		if a, sp, ok := r.whoIssues(span{max(p.from, r.body.from), p.to}); ok {
			return []authority{a}, []span{sp}
		}
	}
	return nil, nil
}

// verbs with which a body announces its own document.
var verbs = []string{"xay dung", "ban hanh", "trien khai", "lap ", "de ra"}

// whoIssues reads `Sở GD&ĐT xây dựng Kế hoạch` in a stretch: a body at the
// beginning of a clause, right before one of the verbs.
func (r *reader) whoIssues(sp span) (authority, span, bool) {
	for i := sp.from; i < sp.to; i++ {
		if i > sp.from && !(i > 1 && r.f[i-1] == ' ' && strings.IndexByte(",;.", r.f[i-2]) >= 0) {
			continue
		}
		n, end, ok := r.directory.nameAt(r.f[i:sp.to])
		if !ok {
			continue
		}
		for _, verb := range verbs {
			at := strings.Index(r.f[i:min(sp.to, i+end+60)], " "+verb)
			if at < end || n.folded == "" {
				continue
			}
			whole := span{i, i + at}
			if a, ok := r.directory.parse(r.str(whole)); ok {
				return a, whole, true
			}
		}
	}
	return authority{}, span{}, false
}

// metaIssuer reads a law site's "Cơ quan ban hành", which names the place only.
func (r *reader) metaIssuer() {
	sp := r.head.meta["metaissuer"]
	f := newFolded(r.str(sp))
	if p, _, ok := r.directory.placeAt(&f, 0, len(f.f)); ok && p.province != "" {
		r.set("province", &r.fields.Province, p.province, sp, "province:site-heading", 0.9)
	}
	r.review("issuer", "not found")
}

// printedPlace reads a province whose name OCR spoilt by the place of the date.
func (r *reader) printedPlace(p place) place {
	if r.fields.Place == nil || !r.directory.gaz.IsProvince(*r.fields.Place) || p.kind != "tỉnh" && p.kind != "thành phố" {
		return p
	}
	return place{kind: p.kind, name: *r.fields.Place, province: *r.fields.Place}
}

// placed completes a body with a place: its own, the given one, or the
// document's.
func (r *reader) placed(a authority, p place) authority {
	switch {
	case a.place.name != "" && a.place.province == "" && a.place.among == nil:
		a.place = r.printedPlace(a.place)
	case a.place.name != "":
	case a.place.kind != "" || a.open && p.kind == "" && a.place.kind == "":
		a.place = r.ownPlace(a)
	case p.name != "":
		a.place = p
	}
	return a
}
