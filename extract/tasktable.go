package extract

import (
	"regexp"
	"strings"
	"time"
)

// Tasks in tables. An annex often assigns the work in a ruled table whose head
// says what its columns are:
//
//	TT │ Nhiệm vụ                │ Đơn vị chủ trì │ Đơn vị phối hợp │ Thời gian
//	───┼─────────────────────────┼────────────────┼─────────────────┼──────────
//	I  │ Công tác chỉ đạo        │                │                 │
//	1  │ Ban hành văn bản hướng… │ Sở Y tế        │ UBND cấp huyện  │ Tháng 3
//
// A row is a task if it has one and a unit in charge; rows that group others
// have none. A table that goes on on the next page does so without a head; its
// rows are tasks where the column of units holds what is known for one. A unit
// that stands once for several rows is taken for the first alone: that it covers
// the others, a cell does not say. A column of times may give months only
// (`12/2022`, `Tháng 3 năm 2022`, `Quý II/2022`): due by their last day, and
// marked as such.

// columns tells what the columns of a table hold; 0: there is none such.
type columns struct {
	task, unit, with, due int
	page                  int  // of the table
	goesOn                bool // it has its head on the page before
}

// cells of a table, by row and column.
type rows map[int]map[int]span

// readTaskTables adds the tasks that stand in tables.
func (r *reader) readTaskTables() {
	known := columns{page: -1}
	for i := 0; i < len(r.lines); {
		if r.lines[i].cell.Table == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(r.lines) && r.lines[end].page == r.lines[i].page && r.lines[end].cell.Table == r.lines[i].cell.Table {
			end++
		}
		known = r.taskTable(i, end, known)
		i = end
	}
}

// taskTable adds the tasks of one table, the lines from to to, and returns what
// its columns hold; before is what those of the table before it hold.
func (r *reader) taskTable(from, to int, before columns) columns {
	first := r.lines[from]
	table, deepest := r.tableCells(from, to)
	c, head := r.taskColumns(table, deepest)
	if head == 0 && before.page == first.page-1 && first.cell.Table == 1 && !r.hasHead(table) {
		c, c.goesOn = before, true
	}
	if c.task == 0 {
		return columns{page: -1}
	}
	c.page = first.page
	for row := head + 1; row <= deepest; row++ {
		r.addTableTask(table[row], c)
	}
	return c
}

// hasHead reports whether a table's first row numbers the rows: TT, STT.
func (r *reader) hasHead(table rows) bool {
	f := r.trimmed(table[1][1])
	return f == "tt" || f == "stt" || f == "so tt"
}

// tableCells are the cells of a table, with its last row.
func (r *reader) tableCells(from, to int) (table rows, last int) {
	table = rows{}
	for _, l := range r.lines[from:to] {
		if table[l.cell.Row] == nil {
			table[l.cell.Row] = map[int]span{}
		}
		sp, ok := table[l.cell.Row][l.cell.Column]
		if !ok {
			sp.from = l.from
		}
		sp.to = l.to
		table[l.cell.Row][l.cell.Column] = sp
		last = max(last, l.cell.Row)
	}
	return table, last
}

// headRows is how many rows the head of a table may have.
const headRows = 3

// taskColumns finds the row that names a column of tasks and one of units.
func (r *reader) taskColumns(table rows, deepest int) (c columns, head int) {
	for head = 1; head <= min(headRows, deepest); head++ {
		for column, sp := range table[head] {
			f := r.trimmed(sp)
			switch {
			case r.opens(f, "table-with"):
				c.with = column
			case r.opens(f, "table-unit"):
				c.unit = column
			case r.opens(f, "table-due"):
				c.due = column
			case r.opens(f, "table-task"):
				c.task = column
			}
		}
		if c.task > 0 && c.unit > 0 {
			return c, head
		}
	}
	return columns{}, 0
}

// trimmed is a cell folded, without what OCR makes of the rules around it.
func (r *reader) trimmed(sp span) string { return r.fold(r.trim(sp, junk)) }

// leastTask is the fewest letters of a task.
const leastTask = 8

// addTableTask adds the task of a row, if it has one.
func (r *reader) addTableTask(row map[int]span, c columns) {
	task, unit := r.trim(row[c.task], junk), r.trim(row[c.unit], junk)
	if task.to-task.from < leastTask || unit.empty() || !r.upper(unit.from) || c.goesOn && !r.isUnit(r.fold(unit)) {
		return
	}
	t := Task{Unit: r.oneLine(unit), Text: r.oneLine(task), Page: r.page(task.from)}
	if with := r.trim(row[c.with], junk); c.with > 0 && !with.empty() {
		t.With = append(t.With, r.oneLine(with))
	}
	if due := row[c.due]; c.due > 0 {
		if t.Due = r.dateIn(due); t.Due == nil {
			t.Due = r.monthIn(due)
			t.DueMonth = t.Due != nil
		}
	}
	r.note(item("tasks", len(r.fields.Tasks)), span{task.from, task.to}, "task:table", 0.9)
	r.fields.Tasks = append(r.fields.Tasks, t)
}

// oneLine is a stretch of text without its line breaks.
func (r *reader) oneLine(sp span) string { return strings.Join(strings.Fields(r.str(sp)), " ") }

// dateIn is the first whole date of a stretch, or nil.
func (r *reader) dateIn(sp span) *string {
	for i := r.dateIndex(sp.from); i < len(r.dates) && r.dates[i].to <= sp.to; i++ {
		if d := r.dates[i]; d.year != 0 && d.valid() {
			due := d.iso()
			return &due
		}
	}
	return nil
}

// monthIn is the last day of the month, or of the quarter, that is all a
// stretch says besides few words, or nil.
func (r *reader) monthIn(sp span) *string {
	f := strings.Trim(r.fold(sp), junk)
	m := monthOnly.FindStringSubmatch(f)
	if m == nil {
		return nil
	}
	month, _ := number(m[2], 0, 2)
	if m[1] != "" {
		month = 3 * roman(m[1])
	}
	y, _ := number(m[3], 0, 4)
	if month < 1 || month > 12 {
		return nil
	}
	last := time.Date(y, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	return &last
}

// monthOnly is a month or a quarter with its year, folded.
var monthOnly = regexp.MustCompile(`^(?:(?:truoc|trong|cham nhat|den|den het|het) )?(?:quy (i{1,3}|iv)|(?:thang )?(\d{1,2})) ?(?:/|-|nam|, nam) ?(20\d\d)$`)
