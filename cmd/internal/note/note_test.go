package note

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// loud says the key in capitals, filled in.
func loud(key string, args ...any) string { return fmt.Sprintf(capitals(key), args...) }

// capitals leaves verbs alone.
func capitals(key string) string {
	return strings.NewReplacer("%S", "%s", "%D", "%d").Replace(strings.ToUpper(key))
}

func TestSay(t *testing.T) {
	for _, test := range []struct{ note, want string }{
		{"signer.name: not read", "SIGNED BY: NOT READ"},
		{"issued: 31/02/2020 is no date of the calendar", "DATE OF ISSUE: 31/02/2020 IS NO DATE OF THE CALENDAR"},
		{"citations: 5/kh: 31/02 is no date of the calendar", "CITATIONS: 5/kh: 31/02 IS NO DATE OF THE CALENDAR"},
		{"document: page 4 begins an annex, left out of head, signature and sections", "THIS DOCUMENT: PAGE 4 BEGINS AN ANNEX, LEFT OUT OF HEAD, SIGNATURE AND SECTIONS"},
		{"deadlines: 100% trẻ em: year not given", "DEADLINES: 100% trẻ em: YEAR NOT GIVEN"},
		{"number: some new form", "NUMBER: some new form"},
		{"no field at all", "no field at all"},
	} {
		if got := Say(loud, test.note); got != test.want {
			t.Errorf("%s\n-want %s\n+have %s", test.note, test.want, got)
		}
	}
}

// Every note that the code of extract writes is of a form known here.
func TestFormsAreThoseOfExtract(t *testing.T) {
	files, err := filepath.Glob("../../../extract/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	written := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if form, ok := reviewForm(n); ok {
				written++
				if !slices.Contains(forms, form) {
					t.Errorf("%s: no form %q", name, form)
				}
			}
			return true
		})
	}
	if written < 20 {
		t.Errorf("only %d notes found: the test looks in the wrong place", written)
	}
}

// reviewForm is the form of a call of review(field, form, …).
func reviewForm(n ast.Node) (form string, ok bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) < 2 {
		return "", false
	}
	called, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || called.Sel.Name != "review" {
		return "", false
	}
	literal, ok := call.Args[1].(*ast.BasicLit)
	if !ok {
		return "", false
	}
	form, err := strconv.Unquote(literal.Value)
	return form, err == nil
}
