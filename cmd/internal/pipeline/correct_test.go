package pipeline

import (
	"errors"
	"slices"
	"testing"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/index"
)

// correct corrects a document of an archive that nobody else has open.
func correct(t *testing.T, folder Folder, number string, all ...catalogue.Correction) error {
	t.Helper()
	p, err := Open(t.Context(), folder, 2, stages(t, &fakeReader{}))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	return p.Correct(t.Context(), number, all)
}

func TestCorrectionsLast(t *testing.T) {
	folder := Folder(t.TempDir())
	in := write(t, map[string]string{"a.pdf": fakeHeader + signed(7, "Đoàn Thị Lụa") + "\fNgười soạn: Trần Khưởng Dị, cán bộ xã."})
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	err := correct(t, folder, "7/KH-UBND",
		catalogue.Correction{Field: "number", Value: "17/KH-UBND"},
		catalogue.Correction{Field: catalogue.Words, Page: 2, Was: "Khưởng Dị", Value: "Khưởng Dụy"})
	if err != nil {
		t.Fatal(err)
	}
	check := func(when string) {
		t.Helper()
		r := find(t, folder, "17/KH-UBND")
		e := r.Fields.Evidence["number"]
		if e.Source != extract.SourcePerson || !slices.Equal(e.Alternatives, []string{"7/KH-UBND"}) {
			t.Errorf("%s: evidence %+v", when, e)
		}
		words := wordsOf(r.Document.Pages[1])
		if w := words[4]; w.Text != "Dụy," || w.Raw != "Dị," || w.Change != extract.SourcePerson {
			t.Errorf("%s: word %+v", when, w)
		}
		if n := hits(t, folder, "Trần Khưởng Dụy"); n != 1 {
			t.Errorf("%s: %d documents found by the corrected name", when, n)
		}
	}
	check("corrected")
	for _, stage := range []Stage{StageExtract, StageNormalize, StageOCR} {
		if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Redo: stage}); err != nil {
			t.Fatal(err)
		}
		check(string(stage) + " redone")
	}
}

func hits(t *testing.T, folder Folder, query string) int {
	t.Helper()
	v, err := OpenView(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	found, err := v.Search(t.Context(), index.Query{Text: `"` + query + `"`, Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	return found.Total
}

// What a person corrected is known in the documents that come after.
func TestCorrectionsTeach(t *testing.T) {
	folder := Folder(t.TempDir())
	bare := "Ong Tran Khuong Duy chu tri trong cay, bao cao ket qua cho Uy ban nhan dan xa truoc ngay 15/12/2021."
	in := write(t, map[string]string{"a.txt": plan(7, "Tân An") + "Ông Trần Khưởng Dị chủ trì."})
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	if err := correct(t, folder, "7/KH-UBND", catalogue.Correction{Field: catalogue.Words, Was: "Trần Khưởng Dị", Value: "Trần Khưởng Duỵ"}); err != nil {
		t.Fatal(err)
	}
	in = write(t, map[string]string{"b.txt": bare})
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	if n := hits(t, folder, "Ông Trần Khưởng Duỵ chủ trì trồng cây"); n != 1 {
		t.Errorf("%d documents were restored with the name learned", n)
	}
}

func TestCorrectRefuses(t *testing.T) {
	folder := Folder(t.TempDir())
	in := write(t, map[string]string{"a.pdf": fakeHeader + plan(7, "Tân An")})
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	for want, c := range map[error]catalogue.Correction{
		ErrNoWords:         {Field: catalogue.Words, Was: "không có chữ này", Value: "x"},
		extract.ErrNoField: {Field: "colour", Value: "red"},
		extract.ErrNoDate:  {Field: "issued", Value: "hôm qua"},
	} {
		good := catalogue.Correction{Field: "title", Value: "Kế hoạch khác"}
		if err := correct(t, folder, "7/KH-UBND", good, c); !errors.Is(err, want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if r := find(t, folder, "7/KH-UBND"); r.Fields.Evidence["title"].Source == extract.SourcePerson {
		t.Error("of corrections that were refused one was kept")
	}
}

func TestUncorrect(t *testing.T) {
	folder := Folder(t.TempDir())
	in := write(t, map[string]string{"a.pdf": fakeHeader + plan(7, "Tân An")})
	if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
		t.Fatal(err)
	}
	before := find(t, folder, "7/KH-UBND")
	if err := correct(t, folder, "7/KH-UBND", catalogue.Correction{Field: "number", Value: "8/KH-UBND"},
		catalogue.Correction{Field: catalogue.Words, Was: "cảnh quan", Value: "phong cảnh đẹp"}); err != nil {
		t.Fatal(err)
	}
	if n := hits(t, folder, "tạo phong cảnh đẹp cho xóm làng"); n != 1 {
		t.Errorf("%d documents found by the corrected words", n)
	}
	p, err := Open(t.Context(), folder, 2, stages(t, &fakeReader{}))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Uncorrect(t.Context(), "8/KH-UBND", []string{"number", catalogue.Words}); err != nil {
		t.Error(err)
	}
	if err := p.Uncorrect(t.Context(), "7/KH-UBND", []string{"number"}); !errors.Is(err, catalogue.ErrNotCorrected) {
		t.Error(err)
	}
	p.Close()
	after := find(t, folder, "7/KH-UBND")
	if text(after.Fields.Title) != text(before.Fields.Title) || after.Document.Pages[0].Text() != before.Document.Pages[0].Text() {
		t.Error("undone, the document is not what it was")
	}
}
