package ocr

import (
	"debug/elf"
	"os"
	"slices"
	"testing"
)

// TestUnpacked asks the linker's table whether libraries find our pixWriteMem.
func TestUnpacked(t *testing.T) {
	program, err := elf.Open(os.Args[0])
	if err != nil {
		t.Skip(err)
	}
	defer program.Close()
	symbols, err := program.DynamicSymbols()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(symbols, func(s elf.Symbol) bool { return s.Name == "pixWriteMem" && s.Section != elf.SHN_UNDEF }) {
		t.Error("pixWriteMem is Leptonica's: pictures of lines are packed as PNG")
	}
}
