package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/cmd/internal/pipeline"
)

func TestReadLedger(t *testing.T) {
	out := `{"file":"a.pdf","id":"","status":"failed","reason":"file is damaged"}
{"ledger":{"seen":1,"added":0,"duplicate":0,"failed":1,"skipped":0}}
`
	have, err := readLedger([]byte(out))
	if err != nil {
		t.Fatal(err)
	}
	if want := (pipeline.Ledger{Seen: 1, Failed: 1}); have != want {
		t.Errorf("-want %+v\n+have %+v", want, have)
	}
	for _, cutOff := range []string{"", `{"file":"a.pdf"}`, `{"led`} {
		if _, err := readLedger([]byte(cutOff)); err == nil {
			t.Errorf("%q: no error for an output without a ledger", cutOff)
		}
	}
}

func TestGoldOfOneField(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	line := `{"file":"x/a.pdf","pages":3,"number":"5/KH-UBND","number_handwritten":true,"signer":{"name":"Lê Hoa","position":null},"doubt":"mờ"}` + "\n"
	if err := os.WriteFile(path, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	gold, err := readObjects(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"number", "signer.name", "signer.position"}, fieldNames(gold)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	want := []object{{"file": "x/a.pdf", "number_handwritten": true, "signer.name": "Lê Hoa"}}
	if diff := cmp.Diff(want, only("signer.name", gold)); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if _, ok := gold[0]["signer"]; !ok {
		t.Error("gold itself was changed")
	}
}

func TestThirds(t *testing.T) {
	var all []object
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		all = append(all, object{"file": "dir/" + name + ".pdf"})
	}
	dev, held := third(all, false), third(all, true)
	if len(dev)+len(held) != len(all) || len(held) == 0 || len(dev) <= len(held) {
		t.Errorf("%d for development, %d held out of %d", len(dev), len(held), len(all))
	}
}

func TestStatus(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("needs /proc")
	}
	if peak := status(os.Getpid(), "VmHWM"); peak < 1024 {
		t.Errorf("this process has a peak of %d kB", peak)
	}
	if status(-1, "VmHWM") != 0 {
		t.Error("a process that is not there has memory")
	}
}
