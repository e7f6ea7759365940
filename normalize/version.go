package normalize

import (
	"fmt"
	"hash/crc32"
	"io"

	"vanthu/normalize/model"
)

// Version names the models and the dictionary that a Restorer restores with:
// two with the same Version make the same of the same text.
func (r *Restorer) Version() string {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	for _, part := range []string{model.LM, model.Rescore, model.Foreign, model.Vietnamese} {
		io.WriteString(sum, part)
	}
	for _, term := range r.options.Dictionary {
		fmt.Fprintln(sum, term)
	}
	return fmt.Sprintf("%08x", sum.Sum32())
}
