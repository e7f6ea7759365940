// Command build packs the two lists of administrative units (before and after
// 1 July 2025) and the mapping between their provinces into units.tsv.gz.
//
//	go run ./build DIR
//
// DIR holds units_63_before_2025-07.tsv, units_34_after_2025-07.tsv and
// province_mapping_63_to_34.tsv. The packed form is one unit a line, a unit's
// parent being the nearest line above of a higher level:
//
//	level TAB name [TAB province of today]
//
// where level is P, D or W for the old units and Q and V for the provinces and
// wards of today, and name is the full name ("Huyện Quảng Điền").
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var code = regexp.MustCompile(` \(\d+\)$`)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: build DIR")
	}
	if err := pack(os.Args[1], "units.tsv.gz"); err != nil {
		log.Fatal(err)
	}
}

func pack(dir, out string) error {
	old, err := read(filepath.Join(dir, "units_63_before_2025-07.tsv"))
	if err != nil {
		return err
	}
	today, err := read(filepath.Join(dir, "units_34_after_2025-07.tsv"))
	if err != nil {
		return err
	}
	mapping, err := read(filepath.Join(dir, "province_mapping_63_to_34.tsv"))
	if err != nil {
		return err
	}
	now := map[string]string{}
	for _, m := range mapping {
		now[code.ReplaceAllString(m[0], "")] = code.ReplaceAllString(m[1], "")
	}
	var text bytes.Buffer
	write(&text, old, map[string]string{"province": "P", "district": "D", "ward": "W"}, now)
	write(&text, today, map[string]string{"province": "Q", "ward": "V"}, nil)
	return compress(out, text.Bytes())
}

// read gives the rows below the header line.
func read(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = '\t'
	r.LazyQuotes = true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return rows[1:], nil
}

// write prints rows (level, code, name, full name, parent code, …) so that each
// unit follows its parent.
func write(w *bytes.Buffer, rows [][]string, letter, now map[string]string) {
	children := map[string][][]string{}
	for _, r := range rows {
		children[r[4]] = append(children[r[4]], r)
	}
	var put func(parent string)
	put = func(parent string) {
		for _, r := range children[parent] {
			name := strings.ToUpper(r[3][:1]) + r[3][1:]
			fmt.Fprintf(w, "%s\t%s", letter[r[0]], name)
			if today := now[name]; today != "" && r[0] == "province" {
				fmt.Fprintf(w, "\t%s", today)
			}
			w.WriteByte('\n')
			if r[0] != "ward" {
				put(r[1])
			}
		}
	}
	put("")
}

func compress(path string, data []byte) error {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(data); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o644)
}
