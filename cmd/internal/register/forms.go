package register

import (
	"strconv"
	"strings"
	"sync"

	"vanthu/cmd/internal/pipeline"
	"vanthu/extract/rules"
)

// Lengths that Thông tư 02/2019/TT-BNV allows, in letters.
const (
	maxTypeName     = 100
	maxCodeNumber   = 11
	maxCodeNotation = 30
	maxOrganName    = 200
	maxSubject      = 500
)

// text makes a cell of a record's text.
func text(of func(pipeline.Record) string) func(int, pipeline.Record) string {
	return func(_ int, r pipeline.Record) string { return of(r) }
}

// empty is a cell for a person to fill in.
func empty(int, pipeline.Record) string { return "" }

func id(r pipeline.Record) string     { return string(r.Document.ID) }
func number(r pipeline.Record) string { return value(r.Fields.Number) }
func issued(r pipeline.Record) string { return vietnameseDate(value(r.Fields.Issued)) }
func signer(r pipeline.Record) string { return value(r.Fields.Signer.Name) }
func to(r pipeline.Record) string     { return strings.Join(r.Fields.Recipients, "; ") }
func pages(r pipeline.Record) string  { return strconv.Itoa(len(r.Document.Pages)) }
func author(r pipeline.Record) string { return cut(value(r.Fields.Issuer), maxOrganName) }
func title(r pipeline.Record) string  { return cut(value(r.Fields.Title), maxSubject) }

// codeNumber and codeNotation are what stands before and after the first
// stroke of a số ký hiệu.
func codeNumber(r pipeline.Record) string {
	n, _, _ := strings.Cut(number(r), "/")
	return cut(n, maxCodeNumber)
}

func codeNotation(r pipeline.Record) string {
	_, notation, _ := strings.Cut(number(r), "/")
	return cut(notation, maxCodeNotation)
}

// nameAndTitle is tên loại và trích yếu, as the books have it.
func nameAndTitle(r pipeline.Record) string {
	return strings.TrimSpace(typeName(value(r.Fields.DocType)) + " " + title(r))
}

// unsure names the fields that a person should look at.
func unsure(r pipeline.Record) string {
	var names []string
	for _, s := range r.Fields.Review {
		field, _, _ := strings.Cut(s, ":")
		names = append(names, field)
	}
	if len(names) == 0 {
		return ""
	}
	return "Kiểm tra: " + strings.Join(names, ", ")
}

// fields are the input fields of Thông tư 02/2019/TT-BNV.
var fields = Form{Name: "fields", Columns: []Column{
	{"DocCode", "Mã định danh", 20, text(id)},
	{"Identifier", "Mã hồ sơ", 20, text(id)},
	{"DocOrdinal", "Số thứ tự", 8, empty},
	{"TypeName", "Tên loại", 10, text(func(r pipeline.Record) string { return cut(value(r.Fields.DocType), maxTypeName) })},
	{"CodeNumber", "Số", 8, text(codeNumber)},
	{"CodeNotation", "Ký hiệu", 16, text(codeNotation)},
	{"IssuedDate", "Ngày văn bản", 12, text(issued)},
	{"OrganName", "Cơ quan ban hành", 32, text(author)},
	{"Subject", "Trích yếu", 60, text(title)},
	{"Language", "Ngôn ngữ", 8, text(func(pipeline.Record) string { return "vi" })},
	{"PageAmount", "Số trang", 8, text(pages)},
	{"Description", "Ghi chú", 24, text(func(r pipeline.Record) string { return r.Document.File })},
	{"SignerInfo>Position", "Chức vụ người ký", 20, text(func(r pipeline.Record) string { return value(r.Fields.Signer.Position) })},
	{"SignerInfo>FullName", "Người ký", 22, text(signer)},
	{"To", "Nơi nhận", 50, text(to)},
	{"Priority", "Độ khẩn", 12, text(func(r pipeline.Record) string { return value(r.Fields.Urgency) })},
	{"ConfidenceLevel", "Độ mật", 12, text(func(r pipeline.Record) string { return value(r.Fields.Secrecy) })},
	{"ArrivalNumber", "Số đến", 10, text(func(r pipeline.Record) string { return value(r.Fields.Arrival.Number) })},
	{"ArrivalDate", "Ngày đến", 12, text(arrived)},
}}

func arrived(r pipeline.Record) string { return vietnameseDate(value(r.Fields.Arrival.Date)) }

// outgoing is sổ đăng ký văn bản đi.
var outgoing = Form{Name: "so-van-ban-di", Title: "SỔ ĐĂNG KÝ VĂN BẢN ĐI", compare: byIssue, Columns: []Column{
	{"Number", "Số, ký hiệu văn bản", 18, text(number)},
	{"IssuedDate", "Ngày tháng văn bản", 12, text(issued)},
	{"Subject", "Tên loại và trích yếu nội dung văn bản", 60, text(nameAndTitle)},
	{"Signer", "Người ký", 22, text(signer)},
	{"To", "Nơi nhận văn bản", 40, text(to)},
	{"Keeper", "Đơn vị, người nhận bản lưu", 18, text(keeper)},
	{"Copies", "Số lượng bản", 9, empty},
	{"Note", "Ghi chú", 24, text(unsure)},
}}

// keeper is who keeps a copy: the recipient that begins with Lưu.
func keeper(r pipeline.Record) string {
	for _, s := range r.Fields.Recipients {
		if rest, ok := strings.CutPrefix(s, "Lưu"); ok {
			return strings.TrimLeft(rest, ": ")
		}
	}
	return ""
}

// incoming is sổ đăng ký văn bản đến.
var incoming = Form{Name: "so-van-ban-den", Title: "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", compare: byArrival, Columns: []Column{
	{"ArrivalDate", "Ngày đến", 12, text(arrived)},
	{"ArrivalNumber", "Số đến", 10, text(func(r pipeline.Record) string { return value(r.Fields.Arrival.Number) })},
	{"OrganName", "Tác giả", 32, text(author)},
	{"Number", "Số, ký hiệu văn bản", 18, text(number)},
	{"IssuedDate", "Ngày tháng văn bản", 12, text(issued)},
	{"Subject", "Tên loại và trích yếu nội dung văn bản", 60, text(nameAndTitle)},
	{"Receiver", "Đơn vị hoặc người nhận", 20, empty},
	{"HandedOver", "Ngày chuyển", 12, empty},
	{"Signature", "Ký nhận", 12, empty},
	{"Note", "Ghi chú", 24, text(unsure)},
}}

// contents is mục lục văn bản, tài liệu of a file of documents.
var contents = Form{Name: "muc-luc", Title: "MỤC LỤC VĂN BẢN, TÀI LIỆU", compare: byIssue, Columns: []Column{
	{"Ordinal", "STT", 6, func(n int, _ pipeline.Record) string { return strconv.Itoa(n) }},
	{"Number", "Số, ký hiệu văn bản", 18, text(number)},
	{"IssuedDate", "Ngày tháng văn bản", 12, text(issued)},
	{"Subject", "Tên loại và trích yếu nội dung văn bản", 60, text(nameAndTitle)},
	{"OrganName", "Tác giả văn bản", 32, text(author)},
	{"PageAmount", "Số trang", 8, text(pages)},
	{"Note", "Ghi chú", 24, text(unsure)},
}}

// typeNames are the names of document types by their codes.
var typeNames = sync.OnceValues(func() (map[string]string, error) {
	set, err := rules.Load()
	if err != nil {
		return nil, err
	}
	names := map[string]string{"CV": "Công văn"} // which bears no name on the page
	for _, t := range set.Types {
		names[t.Code] = t.Name
	}
	return names, nil
})

// typeName is tên loại in words; a code without a name stays a code.
func typeName(code string) string {
	names, err := typeNames()
	if name, ok := names[code]; ok && err == nil {
		return name
	}
	return code
}
