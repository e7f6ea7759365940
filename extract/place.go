package extract

import (
	"strings"

	"vanthu/extract/fold"
	"vanthu/extract/gazetteer"
)

// place is a unit as a phrase names it: kind "tỉnh", name "Kiên Giang". A kind
// without a name ("Ủy ban nhân dân tỉnh") waits for the document's province.
type place struct {
	kind     string
	name     string
	province string   // where it lies, if that is sure
	among    []string // the provinces where it may lie, else
}

// String is kind and name; a number takes a capital: "Quận 7".
func (p place) String() string {
	if p.name != "" && fold.IsDigit(p.name[0]) {
		return capitalize(p.kind) + " " + p.name
	}
	return strings.TrimSpace(p.kind + " " + p.name)
}

// kinds of places as they are printed, the longer first, and in full.
var kinds = []struct{ printed, full string }{
	{"thanh pho", "thành phố"}, {"thi tran", "thị trấn"}, {"dac khu", "đặc khu"}, {"phuong", "phường"},
	{"thi xa", "thị xã"}, {"huyen", "huyện"}, {"tinh", "tỉnh"}, {"quan", "quận"},
	{"tp.", "thành phố"}, {"tx.", "thị xã"}, {"tt.", "thị trấn"}, {"tp", "thành phố"}, {"tx", "thị xã"}, {"xa", "xã"},
}

// placeAt reads a kind and a name at pos and where they end.
func (d *directory) placeAt(f *folded, pos, limit int) (place, int, bool) {
	for _, k := range kinds {
		end, _, ok := fold.Near(f.f[pos:limit], k.printed, 0)
		if !ok || pos+end < limit && fold.IsLetter(f.f[pos+end]) {
			continue
		}
		if !isKind(f.str(span{pos, pos + end}), k.full) {
			continue
		}
		from := skipSpace(f.f[:limit], pos+end)
		p, to := d.nameOf(f, from, limit, k.full)
		return p, to, true
	}
	return place{}, pos, false
}

// isKind tells quận from quản and quan, xã from xa: what is printed with marks
// must not be another word. Only the tone may be lost or misread.
func isKind(printed, full string) bool {
	low := strings.ToLower(printed)
	if full != "quận" && full != "xã" {
		return true
	}
	return low == full || low == fold.String(full)
}

// nameOf reads the name that follows a kind: a province, a unit of the
// gazetteer, or, unknown there, the words in capitals.
func (d *directory) nameOf(f *folded, from, limit int, kind string) (place, int) {
	p := place{kind: kind}
	if kind == "tỉnh" || kind == "thành phố" {
		if name, end, ok := d.gaz.ProvinceAt(f.f[from:limit]); ok {
			p.name, p.province = name, name
			return p, from + end
		}
	}
	full := fold.String(kind) + " "
	if units, end := d.gaz.UnitsAt(full + f.f[from:limit]); end > len(full) {
		printed := f.str(span{from, from + end - len(full)})
		p.name, p.province, p.among = choose(units, printed)
		return p, from + end - len(full)
	}
	if kind == "quận" {
		return p, from
	}
	to := capitals(f, from, limit)
	p.name = titleCase(f.str(span{from, to}))
	return p, to
}

// choose gives the name the printed one stands for, its province if all units
// of that name lie in one, and the provinces otherwise.
func choose(units []*gazetteer.Unit, printed string) (name, province string, among []string) {
	exact := units[:0:0]
	for _, u := range units {
		if strings.EqualFold(u.Short(), printed) {
			exact = append(exact, u)
		}
	}
	if len(exact) == 0 {
		exact = units
	}
	seen := map[string]bool{}
	for _, u := range exact {
		if p := u.Province().Short(); !seen[p] {
			seen[p] = true
			among = append(among, p)
		}
	}
	name = exact[0].Short()
	if len(among) == 1 {
		return name, among[0], among
	}
	return name, "", among
}

// capitals is where the words that begin with a capital end, four at most.
func capitals(f *folded, from, limit int) int {
	to := from
	for i, n := from, 0; i < limit && n < 4 && f.upper(i); n++ {
		for i < limit && f.f[i] != ' ' && strings.IndexByte(",;.:()", f.f[i]) < 0 {
			i++
		}
		to = i
		if i >= limit || f.f[i] != ' ' {
			break
		}
		i++
	}
	return to
}
