package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plans are invented documents of several provinces; each is in the set for a
// reason that a query below needs.
var plans = []Entry{
	{
		ID: "tayninh", Number: "05/KH-UBND", Type: "KH", Title: "Kế hoạch chuyển đổi số tỉnh Tây Ninh năm 2023",
		Issuer: "Ủy ban nhân dân tỉnh Tây Ninh", Province: "Tây Ninh", ProvinceNow: "Tây Ninh", Issued: "2023-01-09", Year: 2023,
		Cites: []string{"23/QĐ-TTg"},
		Text:  "Thực hiện Quyết định số 23/QĐ-TTg, Ủy ban nhân dân tỉnh ban hành kế hoạch.\nMục tiêu: 80% hồ sơ nộp trực tuyến.\nĐiểm hẹn là quý III.",
	},
	{
		ID: "binhphuoc", Number: "112/KH-UBND", Type: "KH", Title: "Kế hoạch phòng, chống sốt xuất huyết",
		Issuer: "Ủy ban nhân dân tỉnh Bình Phước", Province: "Bình Phước", ProvinceNow: "Đồng Nai", Issued: "2019-05-20", Year: 2019,
		Text: "Các trạm y tế phun hoá chất, diệt lăng quăng. Kinh phí do ngân sách bảo đảm.",
		Raw:  "Các trạm y té phun hoà chất, diệt làng quàng. Kinh phí do ngan sich bao dam.",
	},
	{
		ID: "kiengiang", Number: "08-CTr/TU", Type: "CTr", Title: "Chương trình hành động về kinh tế biển",
		Issuer: "Tỉnh ủy Kiên Giang", Level: LevelProvince, Signer: "Trần Thị Mơ", File: "CTr_nuoi-ca.pdf", Province: "Kiên Giang", ProvinceNow: "An Giang", Issued: "2021-08-02", Year: 2021,
		Text: "Đẩy mạnh nuôi biển, giữ rừng phòng hộ. Kế tiếp là công việc hoạch định lâu dài cho năm sau.",
	},
	{
		ID: "hue", Number: "", Type: "KH", Title: "Kế hoạch tuyên truyền bầu cử",
		Issuer: "Ủy ban nhân dân huyện Quảng Điền", Level: LevelDistrict, State: StateReview, Province: "Thừa Thiên Huế", ProvinceNow: "Huế", Issued: "2021-03-15", Year: 2021,
		Text: "Ma chay, cưới hỏi gọn nhẹ. Tuyên truyền qua loa; mã định danh của má và em.",
	},
	{
		ID: "dongnai", Number: "695/UBND-VX", Type: "CV", Title: "Về việc khám sức khỏe học sinh",
		Issuer: "Ủy ban nhân dân tỉnh Đồng Nai", Province: "Đồng Nai", ProvinceNow: "Đồng Nai", Issued: "2022-09-01", Year: 2022,
		Text: "Đề nghị Sở Y tế khám sức khoẻ cho học sinh theo Kế hoạch số 112/KH-UBND. Mẫu: a c che, c b, b c che a.",
	},
}

// entriesOf makes a document's entries: itself, and a task where it has one.
func entriesOf(e Entry) []Entry {
	e.Key, e.Kind, e.Page, e.PageStarts = e.ID, KindDocument, 1, []int{0, strings.LastIndex(e.Text, ".\n") + 1}
	out := []Entry{e}
	if e.ID == "binhphuoc" {
		task := e
		task.Key, task.Kind, task.Unit, task.Due = e.ID+"#task/1", KindTask, "Sở Y tế", "2019-06-30"
		task.With, task.Cites = []string{"Sở Giáo dục và Đào tạo", "Tỉnh đoàn"}, nil
		task.Text, task.Raw = "Sở Y tế tập huấn cho cán bộ xã trước ngày 30/6/2019.", ""
		out = append(out, task)
	}
	if e.ID == "tayninh" {
		target := e
		target.Key, target.Kind, target.Target, target.By = e.ID+"#target/0", KindTarget, ">=80%", 2025
		target.Text, target.Cites = "Mục tiêu: 80% hồ sơ nộp trực tuyến.", nil
		out = append(out, target)
	}
	return out
}

// build makes a store of documents.
func build(t testing.TB, docs ...Entry) *Store {
	t.Helper()
	s, err := OpenStore(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w, err := s.Update(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, d := range docs {
		if err := w.Put(t.Context(), d.ID, entriesOf(d)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// ask lists "id why" of every hit.
func ask(t testing.TB, s *Store, q Query) []string {
	t.Helper()
	r, err := s.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	out := []string{}
	for _, h := range r.Hits {
		out = append(out, h.ID+" "+h.Why)
	}
	return out
}

func TestSearchText(t *testing.T) {
	s := build(t, plans...)
	for _, test := range []struct {
		query string
		want  string
	}{
		// Words, with and without marks, in any form.
		{"lăng quăng", "binhphuoc exact"},
		{"lang quang", "binhphuoc folded"},
		{"LĂNG quang", "binhphuoc folded"},
		{"la\u0306ng qua\u0306ng", "binhphuoc exact"}, // NFD
		{"sức khỏe", "dongnai exact"},                 // page has khoẻ
		{"hóa chất", "binhphuoc exact"},               // page has hoá
		{"Ðiểm hẹn", "tayninh exact"},                 // Ð U+00D0
		{"quí III", "tayninh exact"},                  // page has quý
		{"không có đâu", ""},
		{"phong chong", "binhphuoc folded"},      // in the title only
		{"tỉnh ủy nuôi biển", "kiengiang exact"}, // in issuer and text
		// Exact before folded.
		{"má", "hue exact"},
		// Only the raw reading has it.
		{"ngan sich", "binhphuoc raw «ngan sich»"},
		// Phrases are one behind the other.
		{`"kế hoạch"`, "hue exact, binhphuoc exact, tayninh exact, dongnai exact"},
		{`"diet lang quang"`, "binhphuoc folded"},
		{`"quang lang"`, ""},
		{`"c che a c b"`, ""}, // its pairs are all in dongnai
		{`"chuyển đổi số" "hồ sơ nộp"`, "tayninh exact"}, // one in the title, one in the text
		// Exclusion, OR.
		{"ke hoach -tay -hoc", "hue folded, binhphuoc folded, kiengiang folded"},
		{`"sốt xuất huyết" OR "nuôi biển"`, "binhphuoc exact, kiengiang exact"},
		{"khám* học", "dongnai exact"},
		// Identifiers.
		{"05/KH-UBND", "tayninh identifier"},
		{"5/KH-UBND", "tayninh identifier"},
		{"kế hoạch số 5", "tayninh identifier"},
		{"Kế hoạch số 05/KH-UBND", "tayninh identifier"},
		{"O5/KH UBND", "tayninh identifier"},
		{"05/kh ubnd", "tayninh identifier"},
		{"5/kh ubnd tây ninh", "tayninh identifier"},
		{"5 kh-ubnd", "tayninh identifier"},
		{"KH 05", "tayninh identifier"},
		{"05/2023/KH-UBND", "tayninh identifier"},
		{"0§-CTr/TU", "kiengiang identifier"},
		{"8-ctr/tu", "kiengiang identifier"},
		{"*/UBND-VX", "dongnai identifier"},
		{"công văn số 695", "dongnai identifier"},
		{"112/KH-UBND", "binhphuoc identifier, dongnai exact"},
		{"23/qđ-ttg", "tayninh citation"},
	} {
		if got := strings.Join(ask(t, s, Query{Text: test.query}), ", "); got != test.want {
			t.Errorf("%s:\n want %s\n have %s", test.query, test.want, got)
		}
	}
}

// A search that finds nothing says which of its parts nobody has.
func TestAbsent(t *testing.T) {
	s := build(t, plans...)
	for _, test := range []struct {
		query Query
		want  string
	}{
		{Query{Text: "kế xyzzy"}, "xyzzy"},
		{Query{Text: `lăng "quăng diệt"  xuzzy OR (plugh abc) loại:XYZ`}, `"quăng diệt"|xuzzy OR (plugh abc)|loại:XYZ`},
		{Query{Text: "lăng 999/KH-UBND"}, "999/KH-UBND"},
		{Query{Text: "loại:XYZ ngày:2020.."}, "loại:XYZ"},
		{Query{Text: "lăng nuôi"}, ""}, // both are there, but not in one entry
		{Query{Text: "khoe", Exact: true, Province: "Huế"}, ""},
	} {
		r, err := s.Search(t.Context(), test.query)
		if err != nil || r.Total > 0 {
			t.Fatal(test.query.Text, r.Total, err)
		}
		if got := strings.Join(r.Absent, "|"); got != test.want {
			t.Errorf("%s:\n want %s\n have %s", test.query.Text, test.want, got)
		}
	}
}

// Queries that only the language can ask, and who answers them.
func TestSearchLanguage(t *testing.T) {
	s := build(t, plans...)
	for _, test := range []struct{ query, want string }{
		// Brackets.
		{"(lăng quăng) OR (nuôi biển)", "binhphuoc kiengiang"},
		{"(nuôi OR khám) (rừng OR học)", "dongnai kiengiang"},
		{"ke hoach -(lang OR hoc OR hen)", "hue kiengiang"},
		{"ke hoach -(lang hen)", "binhphuoc dongnai hue kiengiang tayninh"},
		// Near.
		{`"quăng diệt"~0`, ""},
		{`"quăng diệt"~1`, "binhphuoc"},
		{"trạm NEAR/3 chất", ""},
		{"trạm NEAR/4 chất", "binhphuoc"},
		{`"ma ma"~20`, "hue"}, // ma, mã or má twice
		{`ke hoach -"diet quang"~3`, "dongnai hue kiengiang tayninh"},
		// Prefixes with marks.
		{"kế*", "binhphuoc dongnai hue kiengiang tayninh"},
		{"huấ*", "binhphuoc"}, // huấn, in the task
		// Fields of documents.
		{"province:\"Bình Phước\"", "binhphuoc"},
		{"tỉnh:\"đồng nai\"", "binhphuoc dongnai"},
		{"miền:nam", "binhphuoc dongnai kiengiang tayninh"},
		{"region:\"miền Trung\"", "hue"},
		{"type:\"kế hoạch\" -tỉnh:huế -year:2019", "tayninh"},
		{"level:huyện OR ký:mơ", "hue kiengiang"},
		{"state:review", "hue"},
		{"file:ca", "kiengiang"},
		{"nuoi ca", "kiengiang"}, // in the name of the file
		{"Trần Thị Mơ", "kiengiang"},
		{"title:\"sốt xuất\"", "binhphuoc"},
		{"title:\"xuất sốt\"", ""},
		{"issued:2021..2022", "dongnai hue kiengiang"},
		{"issued:>2021", "dongnai tayninh"},
		{"issued:<=2021-03 kế", "binhphuoc hue"},
		{"ngày:15/3/2021", "hue"},
		{"năm:2022..", "dongnai tayninh"},
		{"number:112/KH-UBND", "binhphuoc"},
		{"số:5", "tayninh"},
		{"112/KH-UBND", "binhphuoc dongnai"},
		{"cites:23/QĐ-TTg", "tayninh"},
		// Fields of parts, together in one part.
		{`unit:"Sở Y tế" due:<2019-07-01 region:nam`, "binhphuoc"},
		{`unit:"Sở Y tế" due:<2019-06-30`, ""},
		{"unit:\"tỉnh đoàn\"", "binhphuoc"},
		{"tỉnh đoàn tập huấn", "binhphuoc"},
		{"kind:target cites:23/QĐ-TTg", "tayninh"},
		{"target:>70%", "tayninh"},
		{"target:>80%", ""}, // at least 80 is not above 80
		{"target:>=80% by:2024..", "tayninh"},
		{"target:70..90", "tayninh"},
		{"target:>70kg", ""},
		// Fields in OR with words.
		{"(kind:target trực) OR lăng", "binhphuoc tayninh"},
		{"target:>70% OR lăng", "binhphuoc tayninh"},
		{"kế -kind:document", ""},
		{"tuyến -kind:document", "tayninh"},
	} {
		ids := []string{}
		for _, hit := range ask(t, s, Query{Text: test.query}) {
			ids = append(ids, strings.Fields(hit)[0])
		}
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%s:\n want %s\n have %s", test.query, test.want, got)
		}
	}
}

// A query without marks finds first what it was probably meant to say.
func TestSearchMeant(t *testing.T) {
	s := build(t,
		Entry{ID: "ma", Text: "Nghĩa trang, mả, tủy sống."},
		Entry{ID: "drugs", Text: "Phòng, chống ma túy."},
	)
	q := Query{Text: "ma tuy", Meant: "ma túy"}
	if have := strings.Join(ask(t, s, q), ", "); have != "drugs restored «ma túy», ma folded" {
		t.Errorf("have %s", have)
	}
	q.Text = "má tuy" // marks as typed count
	if have := strings.Join(ask(t, s, q), ", "); have != "drugs folded, ma folded" && have != "ma folded, drugs folded" {
		t.Errorf("have %s", have)
	}
}

func TestRestate(t *testing.T) {
	marks := strings.NewReplacer("ke hoach", "kế hoạch", "tre em", "trẻ em", "duoi nuoc", "đuối nước", "hai", "ba")
	for _, test := range []struct{ query, want string }{
		{"ke hoach", "kế hoạch"},
		{`ke hoach "duoi nuoc" -boi issuer:ubnd 5/KH-UBND`, `kế hoạch "đuối nước" -boi issuer:ubnd 5/KH-UBND`},
		{"(boi OR (tre em)) ke hoach", "(boi OR (trẻ em)) kế hoạch"},
		{"kế hoach", ""},
		{"abc", ""},
		{"hai", ""}, // another word
		{`ke "hoach`, ""},
		{"", ""},
	} {
		have, ok := Restate(test.query, marks.Replace)
		if ok != (test.want != "") || ok && have != test.want {
			t.Errorf("%s: want %s, have %s %v", test.query, test.want, have, ok)
		}
	}
}

// A query that is too broad says where.
func TestSearchErrors(t *testing.T) {
	many := Entry{ID: "many"}
	for i := range maxExpansions + 1 {
		many.Text += fmt.Sprintf("xa%c%c ", 'a'+i%26, 'a'+i/26)
	}
	s := build(t, many)
	_, err := s.Search(t.Context(), Query{Text: "kế xa*"})
	var wrong *QueryError
	if !errors.As(err, &wrong) || wrong.At != 3 || wrong.Problem != ProblemBroad || wrong.Query != "kế xa*" {
		t.Errorf("%v", err)
	}
}

func TestSearchFilters(t *testing.T) {
	s := build(t, plans...)
	for _, test := range []struct {
		query Query
		want  string
	}{
		{Query{Province: "dong nai", Sort: SortDate}, "binhphuoc dongnai"},
		{Query{Province: "Bình Phước"}, "binhphuoc"},
		{Query{Issuer: "tỉnh ủy"}, "kiengiang"},
		{Query{Type: "kh", Sort: SortNewest}, "tayninh hue binhphuoc"},
		{Query{From: "2021-03-15", To: "2021", Sort: SortDate}, "hue kiengiang"},
		{Query{Number: "5/KH-UBND"}, "tayninh"},
		{Query{Cites: "23/QĐ-TTg"}, "tayninh"},
		{Query{Kind: KindTask, Text: "so y te", DueBefore: "2019-07-01"}, "binhphuoc"},
		{Query{Kind: KindTask, DueBefore: "2019-06-30"}, ""},
		{Query{Text: "ma", Exact: true}, "hue"},
		{Query{Text: "mà", Exact: true}, ""},
		{Query{Text: "diet", Exact: true}, ""}, // pages have diệt
		{Query{Text: `"diệt lang"`, Exact: true}, ""},
		{Query{Text: `"diệt lăng quăng"`, Exact: true}, "binhphuoc"},
		{Query{Text: "diệt NEAR lang", Exact: true}, ""},
		{Query{Text: "diet OR má", Exact: true}, "hue"},
		{Query{Text: "má -ma", Exact: true}, ""},
		{Query{Text: "má -me", Exact: true}, "hue"},
	} {
		var ids []string
		for _, hit := range ask(t, s, test.query) {
			ids = append(ids, strings.Fields(hit)[0])
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%+v:\n want %s\n have %s", test.query, test.want, got)
		}
	}
}

func TestHit(t *testing.T) {
	s := build(t, plans...)
	r, err := s.Search(t.Context(), Query{Text: "diem hen", Facets: true})
	if err != nil {
		t.Fatal(err)
	}
	want := Hit{
		ID: "tayninh", Number: "05/KH-UBND", Title: plans[0].Title, Issuer: plans[0].Issuer, Province: "Tây Ninh",
		Issued: "2023-01-09", Page: 2, Why: WhyFolded,
		Snippet: "Thực hiện Quyết định số 23/QĐ-TTg, Ủy ban nhân dân tỉnh ban hành kế hoạch.\nMục tiêu: 80% hồ sơ nộp trực tuyến.\n«Điểm» «hẹn» là quý III.",
		Marks:   [][2]int{{111, 115}, {116, 119}},
	}
	want.Passage = strings.NewReplacer("«", "", "»", "").Replace(want.Snippet)
	r.Hits[0].Score = 0
	if diff := cmp.Diff(want, r.Hits[0]); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if got := fmt.Sprint(r.Facets["province"], r.Facets["year"]); got != "[{Tây Ninh 1}] [{2023 1}]" {
		t.Errorf("facets: %s", got)
	}
}

func TestReplaceAndDelete(t *testing.T) {
	s := build(t, plans...)
	w, err := s.Update(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	changed := plans[1]
	changed.Text = "Chỉ còn một câu."
	for range 2 { // the second in the same batch
		if err := w.Put(t.Context(), changed.ID, entriesOf(changed)[:1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Delete(t.Context(), "hue"); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, s, Query{Text: "lăng quăng"}); len(got) != 1 {
		t.Errorf("before commit: %v", got)
	}
	if err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	docs, err := s.Documents()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(docs), "map[binhphuoc:1 dongnai:1 kiengiang:1 tayninh:2]"; got != want {
		t.Errorf("documents: want %s, have %s", want, got)
	}
	if got := ask(t, s, Query{Text: "Chỉ còn"}); !slices.Equal(got, []string{"binhphuoc exact"}) {
		t.Errorf("after commit: %v", got)
	}
}

func TestMissing(t *testing.T) {
	s, err := OpenStore(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Search(t.Context(), Query{Text: "a"}); !errors.Is(err, ErrMissing) {
		t.Errorf("want ErrMissing, have %v", err)
	}
}
