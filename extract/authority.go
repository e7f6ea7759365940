package extract

import (
	"sort"
	"strings"

	"vanthu/extract/fold"
	"vanthu/extract/gazetteer"
	"vanthu/extract/rules"
)

// authority is a body as a document names it: "SỞ Y TẾ TỈNH KIÊN GIANG" is the
// name "Sở Y tế" in "tỉnh Kiên Giang".
type authority struct {
	name  string
	place place
	open  bool // the name alone says which of many only with a place
}

// String is the full official name.
func (a authority) String() string {
	return strings.TrimSpace(a.name + " " + a.place.String())
}

// local reports whether the body is one of the people's or party's organs of a
// place, whose offices carry the place's name.
func (a authority) local() bool {
	for _, name := range []string{"Ủy ban nhân dân", "Hội đồng nhân dân", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy"} {
		if a.name == name {
			return true
		}
	}
	return false
}

// school reports whether the body is a school with a name of its own.
func (a authority) school() bool { return strings.HasPrefix(a.name, "Trường ") }

// directory finds bodies by the names in rules and places by the gazetteer.
type directory struct {
	names []named
	types []rules.Type
	kinds []rules.Phrase // words in names of schools and firms that are no names
	gaz   *gazetteer.Gazetteer
}

// named is one way to name a body.
type named struct {
	name   string
	folded string
	open   bool
	short  bool // an abbreviation, which must stand exactly
}

func newDirectory(set *rules.Set, gaz *gazetteer.Gazetteer) *directory {
	d := &directory{types: set.Types, kinds: set.Anchors["kind"], gaz: gaz}
	for _, b := range set.Bodies {
		d.add(b.Name, b.Folded, b.Open, false)
		for _, c := range b.Codes {
			if len(c) > 3 {
				d.add(b.Name, fold.String(c), b.Open, true)
				d.add(b.Name, fold.String(strings.ReplaceAll(c, "Đ", "P")), b.Open, true) // as scanners see it
			}
		}
	}
	for _, s := range set.Sectors {
		for _, kind := range []string{"Sở", "Bộ", "Phòng"} {
			name, open := kind+" "+s.Name, kind != "Bộ"
			d.add(name, fold.String(name), open, false)
			for _, c := range s.Codes {
				d.add(name, fold.String(kind+" "+c), open, true)
			}
		}
	}
	sort.SliceStable(d.names, func(i, j int) bool { return len(d.names[i].folded) > len(d.names[j].folded) })
	return d
}

func (d *directory) add(name, folded string, open, short bool) {
	d.names = append(d.names, named{name, folded, open, short})
}

// nameAt finds the name of a body at the beginning of a folded text and where
// it ends; the longest name with the fewest edits wins.
func (d *directory) nameAt(f string) (best named, end int, ok bool) {
	score := 0
	for _, n := range d.names {
		if len(f) == 0 || n.folded[0] != f[0] || len(n.folded) <= score {
			continue
		}
		slack := fold.Slack(len(n.folded))
		if n.short || len(n.folded) < 8 {
			slack = 0
		}
		at, edits, near := fold.Near(f, n.folded, slack)
		if near && (at >= len(f) || !fold.IsLetter(f[at])) && len(n.folded)-4*edits > score {
			best, end, score, ok = n, at, len(n.folded)-4*edits, true
		}
	}
	return best, end, ok
}

// parse reads a phrase that names a body and nothing else.
func (d *directory) parse(raw string) (authority, bool) {
	f := newFolded(strings.Trim(raw, " .,;:-_*\"“”"))
	n, end, ok := d.nameAt(f.f)
	if !ok {
		return authority{}, false
	}
	a := authority{name: n.name, open: n.open}
	end = skipSpace(f.f, end)
	rest := span{end, len(f.f)}
	a.place, rest.to = d.placeEnding(&f, rest)
	if name, end, ok := d.gaz.ProvinceAt(f.fold(rest)); ok && end == rest.to-rest.from && a.place.kind == "" {
		a.place, rest.to = place{name: name, province: name}, rest.from
	} else if p, ok := d.seat(n.name, &f, rest); ok && a.place.kind == "" {
		a.place, rest.to = p, rest.from
	}
	if free := strings.Trim(f.str(rest), " ,-"); free != "" {
		if other, ok := d.parse(free); ok && strings.HasPrefix(f.fold(rest), "- ") { // BỘ TÀI CHÍNH - BỘ NỘI VỤ
			a.name += " - " + other.String()
		} else {
			a.name += " " + d.free(n.name, free)
		}
	}
	return a, true
}

// seats are the units that the party's committees are named after.
var seats = map[string][]string{
	"Huyện ủy": {"huyện"}, "Quận ủy": {"quận"}, "Thị ủy": {"thị xã"}, "Thành ủy": {"thành phố"}, "Đảng ủy": {"xã", "phường", "đặc khu"},
}

// seat reads the name of the unit that a party committee carries without its
// kind: HUYỆN ỦY HỚN QUẢN.
func (d *directory) seat(committee string, f *folded, sp span) (place, bool) {
	for _, kind := range seats[committee] {
		whole := fold.String(kind) + " " + f.fold(sp)
		if units, end := d.gaz.UnitsAt(whole); end == len(whole) && !sp.empty() {
			var p place
			p.name, p.province, p.among = choose(units, f.str(sp))
			return p, true
		}
	}
	return place{}, false
}

// abbreviations in names of bodies.
var abbreviations = strings.NewReplacer("KCNC", "KHU CÔNG NGHỆ CAO", "KCN", "KHU CÔNG NGHIỆP", "KKT", "KHU KINH TẾ", "QLDA", "QUẢN LÝ DỰ ÁN", "ĐTXD", "ĐẦU TƯ XÂY DỰNG",
	"PCCC", "PHÒNG CHÁY, CHỮA CHÁY", "CNCH", "CỨU NẠN, CỨU HỘ")

// free is the part of a name that no list holds, in the case of its kind:
// schools and firms have proper names, committees are called by their work.
func (d *directory) free(kind, s string) string {
	if !allUpper(s) {
		return s
	}
	for _, proper := range []string{"Trường", "Bệnh viện", "Công ty", "Tổng công ty", "Ngân hàng", "Tập đoàn", "Báo"} {
		if strings.HasPrefix(kind, proper) {
			return d.titled(s)
		}
	}
	low := d.within(abbreviations.Replace(s))
	for _, office := range []string{"Cục", "Chi cục", "Tổng cục", "Vụ", "Viện", "Trung tâm"} {
		if kind == office {
			return capitalize(low)
		}
	}
	return low
}

// titled is a proper name with its words capitalised, but for words of a kind
// within it: "Tiểu học Lê Lợi".
func (d *directory) titled(s string) string {
	f := newFolded(titleCase(s))
	low := []rune(f.s)
	for i := 0; i < len(f.f) && len(low) == len(f.f); i++ {
		if i > 0 && f.f[i-1] != ' ' {
			continue
		}
		for _, k := range d.kinds {
			if text := []rune(k.Text); beginsWord(f.f[i:], k.Folded) && len(text) == len(k.Folded) {
				copy(low[i:], text)
			}
		}
	}
	return string(low)
}

// placeEnding finds the place that closes a phrase and where the phrase then
// ends.
func (d *directory) placeEnding(f *folded, sp span) (place, int) {
	for i := sp.from; i < sp.to; i++ {
		if i > sp.from && f.f[i-1] != ' ' {
			continue
		}
		if p, end, ok := d.placeAt(f, i, sp.to); ok && end >= sp.to-1 {
			return p, i
		}
	}
	return place{}, sp.to
}
