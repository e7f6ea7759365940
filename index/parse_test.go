package index

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ query, want string }{
		{"", ""},
		{"  ke   hoach ", "ke hoach"},
		{`"ke hoach" nam`, `"ke hoach" nam`},
		{"“ke hoach”", `"ke hoach"`},
		{`"ke"`, "ke"},
		{`""`, ""},
		{"ke -hoach", "ke -hoach"},
		{"ke - hoach", "ke hoach"},
		{`ke -"hoach nam"`, `ke -"hoach nam"`},
		{"a OR b c OR d OR e", "a OR b c OR d OR e"},
		{`a OR "b c"`, `a OR "b c"`},
		{"or", "or"},
		{"a AND b NOT c", "a b -c"},
		{"a NOT (b OR c) NOT loại:kh", "a -(b OR c) -type:kh"},
		{"and not", "and not"},
		{"a NOT", "a not"},
		{"a OR b AND c", "a OR b c"},
		{"ke ke hoach ke", "ke hoach"},
		{"a OR b OR a", "a OR b"},
		{"a -a", "a -a"},
		{"covid-19", `"covid 19"`},
		{"25/6/2020", `"25 6 2020"`},
		{"(ke), hoach!", "ke hoach"},
		{"chuy*", "chuy*"},
		// Numbers.
		{"05/KH-UBND y te", "ref:5/khubnd y te"},
		{"Kế hoạch số 05/KH-UBND", "ref:5/khubnd"},
		{"Số: 90 /KH- UBND", "ref:90/khubnd"},
		{"2017/Q Đ-UBND", "ref:2017/qdubnd"},
		{"26/2021/NQ-HĐND", "ref:26/2021/nqhdnd"},
		{"luật 121/2020/QH14", "ref:121/2020/qhi4"},
		{"05a/KH-UBND", "ref:5a/khubnd"},
		{"28-CT/TW", "ref:28/cttw"},
		{"*/KH-UBND", "ref:*/khubnd"},
		{`"05/KH-UBND"`, "ref:5/khubnd"},
		{"05.KH.UBND kế hoạch 05_KH_UBND", "ref:5/khubnd ref:5/khubnd"},
		{"0/KH-UBND", `"0 kh ubnd"`},
		{"-05/KH-UBND ke", "ke -ref:5/khubnd"},
		{"ke hoach so 5", "ref:5/kh"},
		{"y te ke hoach so 5 nam", "y te ref:5/kh nam"},
		{"so 5", "ref:5/"},
		{"KH 05", "ref:5/kh"},
		{`"so" 5`, `so "5"`},
		{`"ke hoach so 5"`, `"ke hoach so 5"`},
		{"ke hoach so -x 5", `ke hoach so "5" -x`},
		{"5/khubnd", `"5 khubnd"`},
		{"ref:5/khubnd số:05/KH-UBND so:5", "ref:5/khubnd number:5/khubnd number:5/"},
		// Brackets.
		{"(a b) c", "a b c"},
		{"(a b) OR c d", "(a b) OR c d"},
		{"c OR (a OR b)", "c OR a OR b"},
		{"((a b)) OR c", "(a b) OR c"},
		{"-(a b) c", "c -(a b)"},
		{"-(a OR b) c", "c -(a OR b)"},
		{"a) b (c)", "a b c"},
		{"a a OR b", "a a OR b"},
		// Near.
		{`"a b"~5`, `"a b"~5`},
		{"a NEAR b", `"a b"~10`},
		{"a NEAR/3 b NEAR c", `"a b c"~10`},
		{"a OR b NEAR/2 c", `a OR "b c"~2`},
		{"near a", "near a"},
		// Fields.
		{`tỉnh:"tây ninh" x`, `x province:"Tây Ninh"`},
		{"type:\"ke hoach\" OR loại:qđ x", "x type:KH OR type:qđ"},
		{`unit: "Sở Y tế" hạn: <2024-07`, `unit:"Sở Y tế" due:<2024-07`},
		{`Số: 05/KH-UBND unit: xa gom: "rau"`, `ref:5/khubnd unit xa gom rau`},
		{"cơ_quan:ubnd co-quan:tỉnh", "issuer:ubnd issuer:tỉnh"},
		{"kind:task đơnvị:\"Sở Y tế\" hạn:<2024-07-01 miền:nam", `kind:task unit:"Sở Y tế" due:<2024-07-01 region:"miền Nam"`},
		{"issued:2020..2024 due:..1/7/2024 due:7/2024..", "issued:2020..2024 due:<=2024-07-01 due:>=2024-07"},
		{"năm:>=2020 year:2021 target:>95% chỉtiêu:99,5%", "year:>=2020 year:2021 target:>95% target:99.5%"},
		{`cơ quan:"sở y tế" đơn vị:"sở nội vụ" -trích yếu:covid`, `issuer:"sở y tế" unit:"sở nội vụ" -title:covid`},
		{"kế hoạch chỉ tiêu:>90% căn cứ:133/QĐ-TTg", "kê\u0301 hoach\u0323 target:>90% cites:133/qdttg"},
		{"năm tỉnh:huế", "năm province:Huế"},
		{"tỉnh:kiengiang tỉnh:hcm tỉnh:\"TP. HCM\" tỉnh:tphanoi", `province:"Kiên Giang" province:"Hồ Chí Minh" province:"Hà Nội"`},
		{`mục:chỉtiêu loại:chỉthị tình trạng:"cần xem lại"`, "kind:target type:CT state:review"},
		{"a -kind:section", "a -kind:section"},
		{"(kind:task a) OR b", "(kind:task a) OR b"},
		{"Số: 5 lúc 10:30 http://a.vn", "sô\u0301 \"5\" luc\u0301 \"10 30\" \"http a vn\""},
		// Not numbers.
		{"ke hoach 5 nam", `ke hoach "5" nam`},
		{"kế hoạch 2021-2025", `kê` + "\u0301 hoach\u0323" + ` "2021 2025"`},
		{"to 5-7 tuoi", `to "5 7" tuoi`},
		{"1/người", "\"1 ngươi\u0300\""},
	} {
		got, err := parse(test.query)
		if err != nil || got.String() != test.want {
			t.Errorf("%q:\n want %s\n have %s %v", test.query, test.want, got, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct {
		query string
		want  string
	}{
		{`kế "hoạch`, "3 " + string(ProblemQuote) + ` "hoạch"`},
		{"a OR", "2 " + string(ProblemOr)},
		{"OR a", "0 " + string(ProblemOr)},
		{"a OR OR b", "5 " + string(ProblemOr)},
		{"a OR -b", "5 " + string(ProblemExclude)},
		{"(a -b) OR c", "3 " + string(ProblemExclude)},
		{"(a b", "4 " + string(ProblemBracket)},
		{"((((((a))))))", "5 " + string(ProblemDepth)},
		{"NEAR a", "0 " + string(ProblemNear)},
		{"a NEAR -b", "2 " + string(ProblemNear)},
		{`"a b"~500`, "0 " + string(ProblemNear) + ` "a b"~50`},
		{"tỉnh kế isuer:ubnd", "8 " + string(ProblemField) + " issuer:ubnd"},
		{`dẫn:"luật đất đai"`, "0 " + string(ProblemFigure) + ` "luật đất đai"`},
		{"a OR NOT b", "5 " + string(ProblemExclude)},
		{"NOT a", "0 " + string(ProblemOnlyExcludes)},
		{"gửi:ban", "0 " + string(ProblemField) + ` "gửi ban"`},
		{"province:Tây Ninh", "0 " + string(ProblemValue) + ` province:"Tây Ninh"`},
		{"kind:tsk", "0 " + string(ProblemValue) + " kind:task"},
		{"type:\"ke hoac\"", "0 " + string(ProblemValue) + " type:KH"},
		{"issuer:...", "0 " + string(ProblemNoValue)},
		{"due:31/02/2024", "0 " + string(ProblemDate) + " due:<2024-07-01"},
		{"target:>cao", "0 " + string(ProblemFigure) + " target:>95%"},
		{"loại:xyzabc", "0 " + string(ProblemValue) + " type:KH"},
		{"year:hai", "0 " + string(ProblemFigure) + " year:2020..2024"},
		{"issued:2024..2020", "0 " + string(ProblemRange) + " issued:2020..2024"},
		{"-a", "0 " + string(ProblemOnlyExcludes)},
		{"độ a*", "3 " + string(ProblemPrefix)},
		{"ab*cd", "0 " + string(ProblemPrefix)},
		{"aa* bb* cc* dd*", "12 " + string(ProblemPrefixes)},
		{strings.Repeat("a ", 101), "200 " + string(ProblemTooManyWords)},
		{strings.Repeat("é", 1001), "0 " + string(ProblemTooLong)},
	} {
		_, err := parse(test.query)
		var wrong *QueryError
		if !errors.As(err, &wrong) {
			t.Errorf("%.20q: want an error, have %v", test.query, err)
			continue
		}
		if got := strings.TrimSpace(fmt.Sprint(wrong.At, " ", wrong.Problem, " ", wrong.Suggest)); got != test.want {
			t.Errorf("%.20q: want %s, have %s", test.query, test.want, got)
		}
	}
}

// Any query is understood, and then prints in a form that parses to the same,
// or refused with a place inside it; either way it stays within the limits.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`a "b c" -d OR e`, "05/KH-UBND", "kế hoạch số 5", "*/x", "-", "OR", `"`, "a*", "số 5", "(a (b OR c)) NEAR/3 d", `"a b"~7`,
		`tỉnh:"Tây Ninh" due:<2024 target:>=95% year:2020..2021`, "(a -b) OR c", "cites:5/QH14 -kind:task", "ref:*/kh kế*", "a) (b", "0!KH!UBND", `cơ quan:"a b" NOT c AND d`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := parse(text)
		var wrong *QueryError
		if errors.As(err, &wrong) {
			if wrong.At < 0 || wrong.At > len([]rune(text)) {
				t.Fatalf("%q: place %d", text, wrong.At)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := len(q.words()); n > maxQuerySyllables {
			t.Fatalf("%q: %d syllables", text, n)
		}
		if !utf8.ValidString(text) || len(text) > maxQueryRunes/4 {
			return // printed it may be too long
		}
		printed := q.String()
		again, err := parse(printed)
		if err != nil || again.String() != printed {
			t.Fatalf("%q prints as %q, that as %q: %v", text, printed, again, err)
		}
	})
}
