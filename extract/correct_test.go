package extract

import (
	"errors"
	"slices"
	"testing"
)

func TestCorrect(t *testing.T) {
	read := "16/KH-UBND"
	f := Fields{
		Number:   &read,
		Evidence: map[string]Evidence{"number": {Page: 1, Text: "Số: 16/KH-UBND", Source: "ocr", Confidence: 0.6, Alternatives: []string{"15/KH-UBND", "18/KH-UBND"}}},
		Review:   []string{"number: page says 16/KH-UBND, file name says 15/KH-UBND", "issued: not found"},
	}
	machine := f
	for name, value := range map[string]string{"number": "15/KH-UBND", "issued": "5/3/2021", "signer.name": "  Lê  Thi\u0323 Na "} {
		if err := f.Correct(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if *f.Number != "15/KH-UBND" || *f.Issued != "2021-03-05" || *f.Signer.Name != "Lê Thị Na" {
		t.Errorf("%s, %s, %s", *f.Number, *f.Issued, *f.Signer.Name)
	}
	e := f.Evidence["number"]
	if e.Page != 1 || e.Source != SourcePerson || e.Confidence != 1 || !slices.Equal(e.Alternatives, []string{"16/KH-UBND", "18/KH-UBND"}) {
		t.Errorf("evidence %+v", e)
	}
	if len(f.Review) != 0 {
		t.Errorf("still to review: %q", f.Review)
	}
	if machine.Evidence["number"].Source != "ocr" || len(machine.Review) != 2 {
		t.Error("what was read before was changed")
	}
}

func TestCorrectToNothing(t *testing.T) {
	read := "KHẨN"
	f := Fields{Urgency: &read}
	if err := f.Correct("urgency", ""); err != nil || f.Urgency != nil {
		t.Errorf("%v, %v", f.Urgency, err)
	}
	if a := f.Evidence["urgency"].Alternatives; !slices.Equal(a, []string{"KHẨN"}) {
		t.Errorf("alternatives %q", a)
	}
}

func TestCorrectRefuses(t *testing.T) {
	var f Fields
	if err := f.Correct("colour", "red"); !errors.Is(err, ErrNoField) {
		t.Error(err)
	}
	for _, day := range []string{"31/2/2021", "soon", "2021-13-01"} {
		if err := f.Correct("issued", day); !errors.Is(err, ErrNoDate) || f.Issued != nil {
			t.Errorf("%s: %v", day, err)
		}
	}
}

// What a person said is not changed by what siblings tell.
func TestSettleKeepsCorrections(t *testing.T) {
	var f Fields
	f.Correct("signer.position", "CHỦ TỊCH")
	f.Correct("signer.name", "")
	got := Settle(f, []Sibling{{SignerName: "Đoàn Thị Lụa", SignerPost: "CHỦ TỊCH"}})
	if got.Signer.Name != nil {
		t.Errorf("signer %s", *got.Signer.Name)
	}
}
