package ocr

import (
	"debug/elf"
	"os"
	"slices"
	"testing"
)

// TestAnswered asks the linker's table whether libraries find our functions in
// place of Leptonica's.
func TestAnswered(t *testing.T) {
	program, err := elf.Open(os.Args[0])
	if err != nil {
		t.Skip(err)
	}
	defer program.Close()
	symbols, err := program.DynamicSymbols()
	if err != nil {
		t.Fatal(err)
	}
	for name, lost := range map[string]string{
		"pixWriteMem":  "pictures of lines are packed as PNG",
		"pixOpenBrick": "rules are found in 75 steps",
	} {
		if !slices.ContainsFunc(symbols, func(s elf.Symbol) bool { return s.Name == name && s.Section != elf.SHN_UNDEF }) {
			t.Errorf("%s is Leptonica's: %s", name, lost)
		}
	}
}
