package main

import (
	"cmp"
	"fmt"
	"strings"

	"vanthu/index"
)

// printCited prints documents that are cited, and which of the archive they are.
func (s *searching) printCited(all []index.Cited, err error) error {
	for _, c := range all {
		if err != nil {
			return err
		}
		if s.asJSON {
			err = s.printJSON(c)
			continue
		}
		have := s.say("not in the archive")
		if len(c.Have) > 0 {
			have = shortIDs(c.Have)
		}
		_, err = fmt.Fprintf(s.out, "%5d  %-24s %-20s %s\n", c.Count, c.Number, c.Province, have)
	}
	return err
}

func shortIDs(ids []string) string {
	var short []string
	for _, id := range ids {
		short = append(short, shortID(id))
	}
	return "[" + strings.Join(short, " ") + "]"
}

// printCoverage prints the provinces that have something, then those that have
// nothing.
func (s *searching) printCoverage(all []index.ProvinceCount, err error) error {
	with := 0
	for _, none := range []bool{false, true} {
		for _, p := range all {
			if err != nil {
				return err
			}
			if (p.Count == 0) != none {
				continue
			}
			with += cmp.Compare(p.Count, 0)
			if s.asJSON {
				err = s.printJSON(p)
				continue
			}
			_, err = fmt.Fprintf(s.out, "%5d  %-20s %s\n", p.Count, p.Province, s.today(p))
		}
	}
	if err == nil && !s.asJSON {
		s.tell("%d provinces have it, %d have not", with, len(all)-with)
	}
	return err
}

// today names the province of today where it is another, or has documents of
// others that went into it.
func (s *searching) today(p index.ProvinceCount) string {
	if p.Now == p.Province && p.CountNow == p.Count {
		return ""
	}
	return s.say("today %s: %d", p.Now, p.CountNow)
}
