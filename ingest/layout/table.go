package layout

import "vanthu/ingest"

// tableRows is how many rows with three cells or more make a table; one row
// between them may have fewer (a cell of several lines, a group's heading).
const tableRows = 3

// tables finds runs of rows with cells side by side. Cells are not put
// together: a table is read row by row.
func (s *sheet) tables() {
	rows := s.rows()
	begin, last, n := 0, -2, 0
	for i, row := range rows {
		if s.cells(row) < 3 {
			continue
		}
		if i > last+2 {
			s.setTable(rows[begin:max(last+1, begin)], n)
			begin, n = i, 0
		}
		last, n = i, n+1
	}
	s.setTable(rows[begin:max(last+1, begin)], n)
}

func (s *sheet) setTable(rows [][]*strip, tabular int) {
	if tabular < tableRows {
		return
	}
	for _, row := range rows {
		setZone(row, ingest.ZoneTable)
	}
}

// cells counts the pieces of a row that no rule has claimed and that have wide
// white space between them.
func (s *sheet) cells(row []*strip) int {
	n := 0
	end := s.left - 4*s.high
	for _, st := range row {
		if st.zone != ingest.ZoneUnknown {
			continue
		}
		for _, w := range st.words {
			if w.at.X0-end > 1.5*s.high && fold(w.Text) != "" {
				n++
			}
			end = max(end, w.at.X1)
		}
	}
	return n
}
