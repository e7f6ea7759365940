package raster

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
)

func TestParseSignatures(t *testing.T) {
	report := `Digital Signature Info of: a.pdf
Signature #1:
  - Signature Field Name: Signature1
  - Signer Certificate Common Name: Sở Y tế
  - Signer full Distinguished Name: CN=Sở Y tế,L=Kiên Giang,O=Tỉnh Kiên Giang,C=VN
  - Signing Time: Jan 02 2021 02:08:01
  - Signature Validation: Signature is Valid.
Signature #2:
  - Signer Certificate Common Name: không giờ
  - Signer full Distinguished Name: CN=không giờ
`
	want := []ingest.Signature{{Signer: "Sở Y tế", Organisation: "Tỉnh Kiên Giang", Time: time.Date(2021, 1, 2, 2, 8, 1, 0, time.UTC)}}
	if diff := cmp.Diff(want, parseSignatures(report)); diff != "" {
		t.Error(diff)
	}
}
