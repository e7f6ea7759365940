package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
)

// table sets cells, parted by |, row by row; empty ones are left out, and ; is
// a new line in a cell.
func table(number int, rows ...string) ingest.Page {
	p := ingest.Page{Number: number, Source: ingest.SourceOCR}
	para := 0
	for row, cells := range rows {
		for column, text := range strings.Split(cells, "|") {
			para++
			for _, line := range strings.Split(strings.TrimSpace(text), ";") {
				if line == "" {
					continue
				}
				l := ingest.Line{Zone: ingest.ZoneTable, Para: para, Cell: ingest.Cell{Table: 1, Row: row + 1, Column: column + 1}}
				for _, w := range strings.Fields(line) {
					l.Words = append(l.Words, ingest.Word{Raw: w, Text: w, Conf: 0.95})
				}
				p.Lines = append(p.Lines, l)
			}
		}
	}
	return p
}

func TestTasksInTables(t *testing.T) {
	x := newExtractor(t)
	d := ingest.Document{Pages: []ingest.Page{
		table(1,
			"TT|Nôi dung;nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian;hoàn thành",
			"I|CÔNG TÁC CHỈ ĐẠO|||",
			"1|Ban hành văn bản;hướng dẫn các trường|Sở Y tế|UBND các xã|Trước ngày;30/6/2024",
			"2|Kiểm tra việc thực hiện|Sở Nội vụ||Thường xuyên",
			"3|Tổng hợp kết quả|||"),
		table(2, "4|Báo cáo kết quả về tỉnh|Sở Tài chính||"),
		table(3, "TT|Họ và tên|Chức vụ", "1|Lò Văn Pín|Trưởng phòng"),
	}}
	have := x.Extract(d).Tasks
	due := "2024-06-30"
	want := []Task{
		{Unit: "Sở Y tế", Text: "Ban hành văn bản hướng dẫn các trường", With: []string{"UBND các xã"}, Due: &due, Page: 1},
		{Unit: "Sở Nội vụ", Text: "Kiểm tra việc thực hiện", Page: 1},
		{Unit: "Sở Tài chính", Text: "Báo cáo kết quả về tỉnh", Page: 2},
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

// TestMonthDue: a month, or a quarter, is due by its last day.
func TestMonthDue(t *testing.T) {
	x := newExtractor(t)
	for cell, want := range map[string]string{
		"12/2022": "2022-12-31", "Tháng 02 năm 2024": "2024-02-29", "Quý II/2022": "2022-06-30", "Trước tháng 9/2022": "2022-09-30",
		"13/2022": "", "Tháng 3": "", "Năm 2022": "", "Tháng 3 - 5/2022": "", "Thường xuyên": "",
	} {
		page := table(1, "TT|Nội dung nhiệm vụ|Đơn vị chủ trì|Thời gian hoàn thành", "1|Ban hành văn bản hướng dẫn|Sở Y tế|"+cell)
		tasks := x.Extract(ingest.Document{Pages: []ingest.Page{page}}).Tasks
		if len(tasks) != 1 || str(tasks[0].Due) != want || tasks[0].DueMonth != (want != "") {
			t.Errorf("%s: want %q, have %+v", cell, want, tasks)
		}
	}
}
