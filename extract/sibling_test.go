package extract

import (
	"slices"
	"strings"
	"testing"
)

// paper is a plan of a school, signed by its rector.
func paper(number, issued, name string) Sibling {
	return Sibling{Number: number, Issued: issued, SignerName: name, SignerPost: "HIỆU TRƯỞNG"}
}

// unread are fields of which a person is asked.
func unread(position, issued string, field string, may ...string) Fields {
	f := Fields{Evidence: map[string]Evidence{field: {Alternatives: may}}, Review: []string{field + ": not read"}}
	f.Signer.Position = &position
	if issued != "" {
		f.Issued = &issued
	}
	return f
}

func TestSettleSigner(t *testing.T) {
	october := []Sibling{paper("1140/KH-ĐHA", "2025-10-24", "Lương Thế Hiền"), paper("1152/KH-ĐHA", "2025-11-03", "Lương Thế Hiền")}
	read := func(name string, sure float64) Fields {
		f := unread("HIỆU TRƯỞNG", "2025-10-28", "signer.name")
		f.Signer.Name, f.Evidence["signer.name"] = &name, Evidence{Confidence: sure}
		return f
	}
	left := unread("PHÓ HIỆU TRƯỞNG", "2025-10-28", "signer.name")
	left.Evidence["signer.name"] = Evidence{Text: "~#ng Văn Tám"}
	deputy := Sibling{Issued: "2025-10-24", SignerName: "Dương Văn Tám", SignerPost: "PHÓ HIỆU TRƯỞNG"}
	for _, c := range []struct {
		about    string
		f        Fields
		siblings []Sibling
		want     string
	}{
		{"all others agree", unread("HIỆU TRƯỞNG", "2025-10-28", "signer.name"), october, "Lương Thế Hiền"},
		{"one other tells otherwise", unread("HIỆU TRƯỞNG", "2025-10-28", "signer.name"), append(october, paper("", "2025-10-29", "Hồ Văn Bảy")), ""},
		{"years ago", unread("HIỆU TRƯỞNG", "2019-10-28", "signer.name"), october, ""},
		{"another title", unread("TRƯỞNG KHOA", "2025-10-28", "signer.name"), october, ""},
		{"deputies are several", unread("PHÓ HIỆU TRƯỞNG", "2025-10-28", "signer.name"), []Sibling{deputy}, ""},
		{"a deputy whose name is half read", left, []Sibling{deputy}, "Dương Văn Tám"},
		{"a mark lost", read("Lương Thế Hiên", 0.9), october, "Lương Thế Hiền"},
		{"against one other nothing is changed", read("Lương Thế Hiên", 0.9), october[:1], "Lương Thế Hiên"},
		{"against one other where the page shows no marks", read("Lương Thế Hiên", guessedMarks), october[:1], "Lương Thế Hiền"},
		{"another person", read("Lương Thế Hùng", 0.9), october, "Lương Thế Hùng"},
	} {
		f := Settle(c.f, c.siblings)
		have := ""
		if f.Signer.Name != nil {
			have = *f.Signer.Name
		}
		if have != c.want {
			t.Errorf("%s: want %q, have %q", c.about, c.want, have)
		}
		if asked := slices.ContainsFunc(f.Review, func(n string) bool { return strings.HasPrefix(n, "signer.name") }); asked && f.Evidence["signer.name"].Source == SourceArchive {
			t.Errorf("%s: settled and still asked for", c.about)
		}
	}
}

func TestSettleNumber(t *testing.T) {
	series := []Sibling{paper("1140/KH-ĐHA", "2025-10-24", ""), paper("1152/KH-ĐHA", "2025-11-03", ""), paper("9/KH-ĐHA", "2024-01-05", "")}
	f := Settle(unread("HIỆU TRƯỞNG", "2025-10-28", "number", "1116/KH-ĐHA", "1146/KH-ĐHA", "146/KH-ĐHA"), series)
	if f.Number != nil {
		t.Errorf("a series set the number %s", *f.Number)
	}
	if have := f.Evidence["number"].Alternatives; have[0] != "1146/KH-ĐHA" || len(have) != 3 {
		t.Errorf("numbers in order of the series: have %v", have)
	}
	day := "2025-10-28"
	cites := Sibling{Cited: []Citation{{Number: "1116/KH-ĐHA", Issued: &day}}}
	f = Settle(unread("HIỆU TRƯỞNG", day, "number", "1146/KH-ĐHA", "1116/KH-ĐHA"), []Sibling{cites})
	if f.Number == nil || *f.Number != "1116/KH-ĐHA" || len(f.Review) != 0 {
		t.Errorf("cited: want 1116/KH-ĐHA, have %v %v", f.Number, f.Review)
	}
	if again := AsSibling(f); again.Number != "" {
		t.Error("what the archive told was told on")
	}
}

func TestSettleRecipients(t *testing.T) {
	others := []Sibling{
		{Recipients: []string{"TT.TU, TT.HĐND tỉnh", "Cổng TTĐT tỉnh", "Phòng VHTT", "Như Điều 4", "Lưu: VT, NC5"}},
		{Recipients: []string{"TT.TU, TT.HĐND tỉnh", "Phòng Kinh tế", "VPTU, các ban"}},
	}
	for _, c := range []struct{ about, read, doubtful, want string }{
		{"one word hardly read", "FETU, TT.HĐND tỉnh", "FETU,", "TT.TU, TT.HĐND tỉnh"},
		{"a mark and a dash", "Công TT-ĐT tỉnh", "Công", "Cổng TTĐT tỉnh"},
		{"another word differs", "TT.TU, TT.HĐND huyện", "TT.TU,", "TT.TU, TT.HĐND huyện"},
		{"another department", "Phòng GDĐT", "GDĐT", "Phòng GDĐT"},
		{"figures", "Như Điều 3", "3", "Như Điều 3"},
		{"who filed it", "Lưu: VT, NCS", "NCS", "Lưu: VT, NCS"},
		{"as others have it", "Phòng VHTT", "VHTT", "Phòng VHTT"},
		{"nothing doubtful", "FETU, TT.HĐND tỉnh", "", "FETU, TT.HĐND tỉnh"},
	} {
		f := Fields{Recipients: []string{c.read}, Evidence: map[string]Evidence{}}
		if c.doubtful != "" {
			f.Evidence["recipients[0]"] = Evidence{Text: c.doubtful, Rule: doubtfulRecipient}
		}
		settled := Settle(f, others)
		if have := settled.Recipients[0]; have != c.want {
			t.Errorf("%s: want %q, have %q", c.about, c.want, have)
		}
		if f.Recipients[0] != c.read {
			t.Errorf("%s: the fields given were changed", c.about)
		}
	}
}
