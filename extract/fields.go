package extract

import "vanthu/ingest"

// Fields is everything read from one document: the object that
// `vanthu extract` prints and that a record stores. Absent is null or [];
// nothing is ever invented. Dates are ISO 8601 (2019-09-11).
type Fields struct {
	File         string    `json:"file"`
	SHA256       ingest.ID `json:"sha256"`
	Pages        int       `json:"pages"`
	DocType      *string   `json:"doc_type"` // type code of Nghị định 30/2020 (KH, QĐ, …; CV for công văn)
	Number       *string   `json:"number"`   // số, ký hiệu: "1979/KH-UBND"
	Place        *string   `json:"place"`    // địa danh
	Issued       *string   `json:"issued"`   // ngày ban hành
	Issuer       *string   `json:"issuer"`   // full name with its place: "Sở Y tế tỉnh Kiên Giang"
	IssuerParent *string   `json:"issuer_parent"`
	// IssuerLevel is central, province, district or commune; null where the
	// name does not tell.
	IssuerLevel *string    `json:"issuer_level"`
	Province    *string    `json:"province"`  // null for central bodies
	Title       *string    `json:"title"`     // trích yếu
	Year        *int       `json:"year"`      // the year the plan is for
	Effective   *string    `json:"effective"` // since when it is in force, where it says so
	Urgency     *string    `json:"urgency"`   // độ khẩn as stamped: "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"
	Secrecy     *string    `json:"secrecy"`   // độ mật as stamped: "TUYỆT MẬT", "TỐI MẬT", "MẬT"
	Arrival     Arrival    `json:"arrival"`   // the ĐẾN stamp of who received it, where it is in print
	Signer      Signer     `json:"signer"`
	Recipients  []string   `json:"recipients"` // nơi nhận
	Citations   []Citation `json:"citations"`  // unique by number and date, in order of first mention
	Sections    []Section  `json:"sections"`
	Tasks       []Task     `json:"tasks"`
	Targets     []Target   `json:"targets"`
	Deadlines   []Deadline `json:"deadlines"`
	// Periodic are reports that are due again and again on a day that is not
	// given: rules like FREQ=MONTHLY;INTERVAL=6 (định kỳ 6 tháng), never a date.
	Periodic []Deadline `json:"periodic"`
	// Annexes are the parts of the file behind the main document; none of the
	// other fields is read from them but tasks in tables and citations.
	Annexes  []Annex  `json:"annexes"`
	Contacts Contacts `json:"contacts"`
	// Evidence tells where each single field came from, by its JSON name
	// ("number", "issued", "signer.name", …). A field without it is a defect.
	Evidence map[string]Evidence `json:"evidence"`
	// Sketch tells texts that are nearly the same, see Alike.
	Sketch string `json:"sketch,omitempty"`
	// Review lists what a person should look at: "number: handwritten, not read".
	Review []string `json:"review"`
}

// Signer is the last signature block of the main document.
type Signer struct {
	Name     *string `json:"name"`
	Position *string `json:"position"` // the title that signs: PHÓ CHỦ TỊCH
	Capacity *string `json:"capacity"` // TM./KT./TL./TUQ./Q. lines joined by "; "
}

// Arrival is what the stamp of incoming mail says.
type Arrival struct {
	Number *string `json:"number"`
	Date   *string `json:"date"`
}

// Annex is a part of the file with a heading of its own. Kind tells an annex
// (PHỤ LỤC) from a text that the document issues (Ban hành kèm theo) and from
// a whole other document.
type Annex struct {
	Kind     string    `json:"kind"`  // annex | attached | document
	Label    string    `json:"label"` // as printed: "PHỤ LỤC II", "QUY CHẾ"
	Title    string    `json:"title"`
	From     int       `json:"from"` // pages
	To       int       `json:"to"`
	Sections []Section `json:"sections"`
}

// Citation is another document named by its number.
type Citation struct {
	Number  string  `json:"number"`
	Issued  *string `json:"issued"`
	Type    *string `json:"type"`
	Issuer  *string `json:"issuer"`
	Subject *string `json:"subject"`
	// Relation is what the document does with the cited one: replaces, amends
	// or implements it, has it as its basis (căn cứ) or merely refers to it.
	// Of several mentions the first of these counts.
	Relation string `json:"relation"`
	Page     int    `json:"page"`
}

// Section is a numbered part. Path joins labels from the root: "III.1.a";
// Điều 3 is "Đ3".
type Section struct {
	Path    string `json:"path"`
	Label   string `json:"label"` // as printed: "1.", "a)", "Điều 3."
	Heading string `json:"heading"`
	Text    string `json:"text"`
	Page    int    `json:"page"`
}

// Task is work given to a unit.
type Task struct {
	Section string `json:"section"` // path of the section it stands in
	Unit    string `json:"unit"`
	Text    string `json:"text"`
	// With are the units that cooperate (phối hợp).
	With []string `json:"with,omitempty"`
	Due  *string  `json:"due"`
	// DueMonth is set where the document gives the month only; Due is its last
	// day.
	DueMonth bool `json:"due_month,omitempty"`
	Page     int  `json:"page"`
}

// Target is a figure to be reached (chỉ tiêu).
type Target struct {
	Value string `json:"value"` // "97%", "1.200 lượt"
	Unit  string `json:"unit"`  // "%", "lượt"
	// Comparison is how the figure is meant: ">", ">=", "<", "<=", or "" where
	// it shall be reached as it stands.
	Comparison string  `json:"comparison"`
	What       *string `json:"what"` // what shall reach it, null where the words do not tell
	Year       *int    `json:"year"` // by when, null where the sentence names no year
	Text       string  `json:"text"`
	Page       int     `json:"page"`
}

// Deadline is a date by which something is due. Rule is an RFC 5545 RRULE for
// recurring ones; then Date is null or the first occurrence.
type Deadline struct {
	Date *string `json:"date"`
	Rule *string `json:"rule"`
	What string  `json:"what"`
	To   *string `json:"to"`
	Text string  `json:"text"` // the sentence
	Page int     `json:"page"`
}

// Contacts named in the document.
type Contacts struct {
	Emails []string `json:"emails"`
	Phones []string `json:"phones"`
}

// Evidence says where a field stands and why we believe it. The picture of what
// was read from handwriting is kept with the ingest.Hand at the same place.
type Evidence struct {
	Page       int        `json:"page"`
	Box        ingest.Box `json:"box"`
	Text       string     `json:"text"`   // the words it was read from
	Source     string     `json:"source"` // ocr|text-layer|text|annotation|signature|filename|handwriting|archive
	Rule       string     `json:"rule"`   // the rule that found it
	Confidence float64    `json:"confidence"`
	// Alternatives are other values the evidence allows, best first.
	Alternatives []string `json:"alternatives"`
}
