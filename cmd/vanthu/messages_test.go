package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"vanthu/cmd/internal/note"
	"vanthu/cmd/internal/web"
	"vanthu/index"
	"vanthu/ingest/output/pdfa"
)

// verbs are what a message is filled in with.
var verbs = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z%]`)

func TestEveryMessageIsSaidInVietnamese(t *testing.T) {
	keys := append(keysInCode(t), keysInTemplates(t)...)
	for _, h := range hints {
		keys = append(keys, h.hint)
	}
	for _, err := range reasons {
		keys = append(keys, err.Error())
	}
	for _, text := range noteTexts {
		keys = append(keys, text)
	}
	for _, text := range rules {
		keys = append(keys, text)
	}
	for _, p := range index.Problems {
		keys = append(keys, string(p))
	}
	for _, w := range wrongUses {
		keys = append(keys, w.said)
	}
	keys = append(keys, recurrences()...)
	keys = append(keys, web.Spoken()...)
	keys = append(keys, note.Keys()...)
	for _, o := range pdfa.Obstacles {
		keys = append(keys, string(o))
	}
	if len(keys) < 100 {
		t.Fatalf("only %d messages found: the test looks in the wrong place", len(keys))
	}
	for _, key := range keys {
		text, ok := vietnamese[key]
		if !ok {
			text, ok = vietnamesePages[key]
		}
		if !ok {
			t.Errorf("no Vietnamese for %q", key)
		} else if have, want := verbs.FindAllString(text, -1), verbs.FindAllString(key, -1); !slices.Equal(have, want) {
			t.Errorf("%q takes %q, its Vietnamese %q", key, want, have)
		}
	}
}

// keysInCode are the literal first arguments of say and tell.
func keysInCode(t *testing.T) (keys []string) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("../internal/web/*.go")
	if err != nil {
		t.Fatal(err)
	}
	files = append(append(files, pages...), "../internal/config/config.go")
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && says(call.Fun) {
				if lit, ok := call.Args[0].(*ast.BasicLit); ok {
					key, err := strconv.Unquote(lit.Value)
					if err != nil {
						t.Fatal(err)
					}
					keys = append(keys, key)
				}
			}
			return true
		})
	}
	return keys
}

func says(fun ast.Expr) bool {
	switch f := fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name == "say" || f.Sel.Name == "tell" || f.Sel.Name == "Say"
	case *ast.Ident:
		return f.Name == "say"
	}
	return false
}

func keysInTemplates(t *testing.T) (keys []string) {
	files, err := filepath.Glob("../internal/web/templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, "nightly.html") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`say ("[^"]+")`).FindAllSubmatch(data, -1) {
			key, err := strconv.Unquote(string(m[1]))
			if err != nil {
				t.Fatal(err)
			}
			keys = append(keys, key)
		}
	}
	return keys
}
