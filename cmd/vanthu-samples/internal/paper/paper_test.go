package paper

import (
	"errors"
	"strings"
	"testing"
)

const small = `# chú thích
[left]
*TRƯỜNG MẦM NON*
---
Số: ⟨5⟩/KH-MN
[body]
Mở *đậm* rồi thường.
> giữa
|= 20 80
| a | *b* |
[signature]
~
*Tên*
`

func TestParse(t *testing.T) {
	d, err := Parse("small", small)
	if err != nil {
		t.Fatal(err)
	}
	want := "TRƯỜNG MẦM NON\nSố: 5/KH-MN\n\nMở đậm rồi thường.\ngiữa\na b\n\nTên\n"
	if got := d.Text(); got != want {
		t.Errorf("Text() = %q, want %q", got, want)
	}
	if r := d.Left[2].Runs[1]; !r.Hand || r.Text != "5" {
		t.Errorf("hand run = %+v, want 5 by hand", r)
	}
	if r := d.Body[0].Runs[1]; r.Style != Bold {
		t.Errorf("bold run = %+v", r)
	}
	if k := d.Body[2].Kind; k != Row {
		t.Errorf("kind of the row = %d", k)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"lạc lõng", "f:1: text before the first [block]"},
		{"[left]\n*đậm", "f:2: a style or ⟨ is not closed"},
		{"[bìa]", "f:1: unknown block [bìa]"},
		{"[annex]\n|= 50 50\n| một |", "f:3: row has 1 cells, |= names 2"},
		{"[annex]\n|= rộng", "f:2: read column width"},
	} {
		_, err := Parse("f", c.source)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("Parse(%q) = %v, want %s", c.source, err, c.want)
		}
	}
}

func TestGoldCheckFindsDisagreement(t *testing.T) {
	d, err := Parse("small", small)
	if err != nil {
		t.Fatal(err)
	}
	g, err := ParseGold([]byte(`{"number":"6/KH-MN","signer":{"name":"Tên"},"deadlines":["2020-02-03"],"sections":["I.1"]}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := g.Check(d); len(got) != 3 {
		t.Errorf("Check() = %q, want the number, the deadline and the section", got)
	}
	if _, err := ParseGold([]byte(`{"nunber":"6"}`)); err == nil {
		t.Error("a misspelt key was accepted")
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct {
		text, date string
		want       bool
	}{
		{"ngày 05 tháng 4 năm 2016", "2016-04-05", true},
		{"ngày 14/01/2021", "2021-01-14", true},
		{"ngày 14/01/2021", "2021-01-04", false},
		{"ngày 15/1/2021", "2021-11-15", false},
	} {
		if got := mentions(c.text, c.date); got != c.want {
			t.Errorf("mentions(%q, %s) = %v", c.text, c.date, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(small)
	f.Fuzz(func(t *testing.T, source string) {
		d, err := Parse("fuzz", source)
		if err != nil {
			return
		}
		if strings.ContainsAny(d.Text(), "⟨⟩") {
			t.Errorf("markup is left in %q", d.Text())
		}
	})
}
