package register

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tealeg/xlsx/v3"
	"github.com/xuri/excelize/v2"

	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/ingest"
)

func some(s string) *string { return &s }

// records are three documents, one without a date and one that means harm.
func records() []pipeline.Record {
	plan := pipeline.Record{Document: ingest.Document{ID: "a1", File: "quet 1.pdf", Pages: make([]ingest.Page, 4)}}
	plan.Fields = extract.Fields{
		DocType: some("KH"), Number: some("12/KH-UBND"), Issued: some("2024-03-09"), Issuer: some("Ủy ban nhân dân xã Tân Thử"),
		Title: some("Phòng, chống dịch & bão"), Recipients: []string{"Như trên", "Lưu: VT"},
	}
	plan.Fields.Signer = extract.Signer{Name: some("Lò Văn Pín"), Position: some("CHỦ TỊCH")}
	plan.Fields.Arrival = extract.Arrival{Number: some("7"), Date: some("2024-03-12")}
	earlier := pipeline.Record{Document: ingest.Document{ID: "b2", Pages: make([]ingest.Page, 1)}}
	earlier.Fields = extract.Fields{DocType: some("CV"), Number: some("5/UBND-VX"), Issued: some("2024-03-09"), Title: some("=HYPERLINK(\"x\")\x01")}
	undated := pipeline.Record{Document: ingest.Document{ID: "c3"}}
	undated.Fields = extract.Fields{DocType: some("QĐ"), Review: []string{"number: not read", "issued: handwritten"}}
	return []pipeline.Record{undated, plan, earlier}
}

func write(t *testing.T, format, form string) *bytes.Buffer {
	t.Helper()
	f, ok := FormCalled(form)
	if !ok {
		t.Fatalf("no form %s among %q", form, Names())
	}
	var b bytes.Buffer
	w, err := NewWriter(format, &b, f)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range f.Sorted(records()) {
		if err := w.Write(f.Row(i+1, r)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}

func TestBookOfOutgoing(t *testing.T) {
	f, err := excelize.OpenReader(write(t, "xlsx", "so-van-ban-di"))
	if err != nil {
		t.Fatal(err)
	}
	have, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"SỔ ĐĂNG KÝ VĂN BẢN ĐI"},
		{"Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ghi chú"},
		{"5/UBND-VX", "09/03/2024", "Công văn =HYPERLINK(\"x\")"},
		{"12/KH-UBND", "09/03/2024", "Kế hoạch Phòng, chống dịch & bão", "Lò Văn Pín", "Như trên; Lưu: VT", "VT"},
		{"", "", "Quyết định", "", "", "", "", "Kiểm tra: number, issued"},
	}
	if diff := cmp.Diff(want, trimRows(have)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if formula, _ := f.GetCellFormula("Sheet1", "C3"); formula != "" {
		t.Errorf("a title became the formula %s", formula)
	}
}

// TestAnotherReader opens a spreadsheet with a library that did not write it.
func TestAnotherReader(t *testing.T) {
	book, err := xlsx.OpenBinary(write(t, "xlsx", "fields").Bytes())
	if err != nil {
		t.Fatal(err)
	}
	sheet := book.Sheets[0]
	heads := map[string]int{}
	for i := range sheet.MaxCol {
		head, err := sheet.Cell(0, i)
		if err != nil {
			t.Fatal(err)
		}
		heads[head.String()] = i
	}
	if sheet.MaxRow != 4 || len(heads) != sheet.MaxCol {
		t.Fatalf("%d rows of %d columns with %d heads", sheet.MaxRow, sheet.MaxCol, len(heads))
	}
	harmful, err := sheet.Cell(3, 8)
	if err != nil {
		t.Fatal(err)
	}
	if harmful.Formula() != "" || harmful.String() != `=HYPERLINK("x")` {
		t.Errorf("a title became %q, formula %q", harmful.String(), harmful.Formula())
	}
}

// trimRows drops empty cells at the ends of rows.
func trimRows(rows [][]string) [][]string {
	for i, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		rows[i] = row
	}
	return rows
}

func TestIncomingInOrderOfArrival(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(write(t, "csv", "so-van-ban-den").String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if rows[1][0] != "12/03/2024" || rows[1][3] != "12/KH-UBND" || rows[2][3] != "5/UBND-VX" {
		t.Errorf("rows %q", rows)
	}
}

func TestFieldsAsXML(t *testing.T) {
	var have struct {
		Documents []struct {
			DocCode, CodeNumber, CodeNotation, IssuedDate, Subject, PageAmount string
			SignerInfo                                                         struct{ Position, FullName string }
			ArrivalNumber                                                      string
		} `xml:"Document"`
	}
	data := write(t, "xml", "fields").Bytes()
	if err := xml.Unmarshal(data, &have); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	d := have.Documents[1]
	if len(have.Documents) != 3 || d.CodeNumber != "12" || d.CodeNotation != "KH-UBND" || d.IssuedDate != "09/03/2024" ||
		d.SignerInfo.FullName != "Lò Văn Pín" || d.Subject != "Phòng, chống dịch & bão" || d.PageAmount != "4" || d.ArrivalNumber != "7" {
		t.Errorf("have %+v", have)
	}
	if bytes.Contains(data, []byte("<FullName></FullName>")) {
		t.Errorf("an empty cell became an element\n%s", data)
	}
}

func TestCSVIsHarmless(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(write(t, "csv", "fields").String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if rows[0][13] != "SignerFullName" || rows[3][8][:2] != "'=" {
		t.Errorf("rows %q", rows)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := NewWriter("docx", nil, Forms[0]); err == nil {
		t.Error("docx is written")
	}
}
