// Package gazetteer knows Vietnam's provinces, districts and communes, those
// of the 63 provinces until 30 June 2025 and those of the 34 since. Names come
// in folded (see package fold) or as printed; units with their full names and
// parents go out. It answers what a name can mean and leaves the choice
// between several meanings to its caller.
//
//	g, _ := gazetteer.Load()
//	g.Units("Huyện Quảng Điền")[0].Province().Short() // "Huế"
//	g.ProvinceNow("Bình Phước")                       // "Đồng Nai"
//
// A Gazetteer is read-only after Load and safe for concurrent use.
package gazetteer

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed" // units.tsv.gz
	"fmt"
	"io"
	"strings"

	"vanthu/extract/fold"
)

//go:generate go run ./build ../../../shared/gaz

//go:embed units.tsv.gz
var packed []byte

// Level of a unit.
type Level int

// The levels, widest first.
const (
	Province Level = iota
	District
	Commune
)

// Unit is a province, district or commune.
type Unit struct {
	Level  Level
	Name   string // in full: "Huyện Quảng Điền"
	Today  bool   // one of the units since 1 July 2025
	Parent *Unit  // nil for a province
}

// Short is the name without its kind: "Quảng Điền", "7".
func (u *Unit) Short() string { return trimKind(u.Name) }

// Province is the province the unit lies in.
func (u *Unit) Province() *Unit {
	for u.Parent != nil {
		u = u.Parent
	}
	return u
}

// Gazetteer holds all units.
type Gazetteer struct {
	provinces []province         // the 63 and their older names
	units     map[string][]*Unit // by folded full name
	names     map[string]bool    // folded short names of all units
	now       map[string]string  // old province → today's
	cities    map[string]bool    // provinces that are cities
}

type province struct{ name, folded string }

// kinds of units, the longer before those they begin with.
var kinds = []string{"Thành phố ", "Thị trấn ", "Thị xã ", "Đặc khu ", "Tỉnh ", "Huyện ", "Quận ", "Phường ", "Xã "}

func trimKind(name string) string {
	for _, k := range kinds {
		if strings.HasPrefix(name, k) {
			return name[len(k):]
		}
	}
	return name
}

// former names that documents in an archive still carry and the list of 2025
// does not: Thừa Thiên Huế became Huế on 1 January 2025, Hà Tây joined Hà Nội
// in 2008.
var former = map[string]string{"Thừa Thiên Huế": "Huế", "Hà Tây": "Hà Nội"}

// Load unpacks the embedded lists.
func Load() (*Gazetteer, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("open gazetteer: %w", err)
	}
	g := &Gazetteer{units: map[string][]*Unit{}, names: map[string]bool{}, now: map[string]string{}, cities: map[string]bool{}}
	if err := g.read(z); err != nil {
		return nil, fmt.Errorf("read gazetteer: %w", err)
	}
	for name, now := range former {
		g.provinces = append(g.provinces, province{name, fold.String(name)})
		g.now[name] = now
	}
	return g, nil
}

// read takes the lines that build/main.go describes.
func (g *Gazetteer) read(r io.Reader) error {
	levels := map[string]Level{"P": Province, "D": District, "W": Commune, "Q": Province, "V": Commune}
	var open [3]*Unit // the nearest unit above, by level
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		part := strings.Split(lines.Text(), "\t")
		level, known := levels[part[0]]
		if !known || len(part) < 2 {
			return fmt.Errorf("line %d: not a unit: %q", n, lines.Text())
		}
		u := &Unit{Level: level, Name: modern(part[1]), Today: part[0] == "Q" || part[0] == "V"}
		if level != Province {
			u.Parent = open[level-1]
			if u.Parent == nil {
				u.Parent = open[Province]
			}
		}
		open[level] = u
		for below := level + 1; below <= Commune; below++ {
			open[below] = nil
		}
		g.add(u, part)
	}
	return lines.Err()
}

func (g *Gazetteer) add(u *Unit, part []string) {
	key := fold.String(u.Name)
	g.units[key] = append(g.units[key], u)
	g.names[fold.String(u.Short())] = true
	if len(part) == 3 {
		name := trimKind(u.Name)
		g.provinces = append(g.provinces, province{name, fold.String(name)})
		g.now[name] = trimKind(modern(part[2]))
		g.cities[name] = strings.HasPrefix(u.Name, "Thành phố ")
	}
}

// modern puts the tone where most documents put it.
func modern(name string) string { return strings.ReplaceAll(name, "Hoà", "Hòa") }

// Units gives every unit of this full name ("huyện Quảng Điền"), with or
// without marks; nil if there is none.
func (g *Gazetteer) Units(full string) []*Unit { return g.units[fold.String(full)] }

// ProvinceNow is today's name of a former province, or the name itself.
func (g *Gazetteer) ProvinceNow(old string) string {
	if now, ok := g.now[old]; ok {
		return now
	}
	return old
}

// ProvinceAt finds the province whose name the folded text begins with, in
// full or but for a letter, and where the name ends. What is another unit's
// name as it stands (Quảng Vinh, a commune) is no misread province.
func (g *Gazetteer) ProvinceAt(text string) (name string, end int, ok bool) {
	best := 1 << 10
	for _, p := range g.provinces {
		slack := len(p.folded) / 7
		at, edits, near := fold.Near(text, p.folded, slack)
		if !near || at < len(text) && fold.IsLetter(text[at]) || edits > 0 && g.names[text[:at]] {
			continue
		}
		if edits < best || edits == best && at > end {
			name, end, best = p.name, at, edits
		}
	}
	return name, end, best <= 2
}

// UnitsAt finds the units whose full name ("huyen quang dien") the folded text
// begins with, the longest name that fits, and where it ends.
func (g *Gazetteer) UnitsAt(text string) (units []*Unit, end int) {
	words := 0
	for i := 0; i <= len(text) && words < 6; i++ {
		if i < len(text) && (fold.IsLetter(text[i]) || fold.IsDigit(text[i])) {
			continue
		}
		if found := g.units[text[:i]]; found != nil {
			units, end = found, i
		}
		words++
	}
	return units, end
}

// ProvinceKind is "tỉnh" or "thành phố".
func (g *Gazetteer) ProvinceKind(name string) string {
	if g.cities[name] {
		return "thành phố"
	}
	return "tỉnh"
}

// IsProvince reports whether name is one of the 63 provinces or an older name.
func (g *Gazetteer) IsProvince(name string) bool {
	_, ok := g.now[name]
	return ok
}
