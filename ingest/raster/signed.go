package raster

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"time"

	"vanthu/ingest"
)

// Signatures lists the digital signatures of a PDF, by poppler's pdfsig: 25 ms
// of a program that may die alone, where a library in Go reads the whole file
// to judge what we do not ask. Certificates are not looked into. A file without
// signatures costs a search for a name that cannot be compressed away.
func (d *Document) Signatures(ctx context.Context) ([]ingest.Signature, error) {
	if !d.IsPDF() || !holds(d.file, []byte("/ByteRange")) {
		return nil, nil
	}
	out, err := output(ctx, "env", "TZ=UTC", "pdfsig", "-nocert", d.file)
	if err != nil {
		return nil, err
	}
	return parseSignatures(string(out)), nil
}

// parseSignatures reads what pdfsig prints:
//
//	Signature #1:
//	  - Signer Certificate Common Name: Văn phòng
//	  - Signer full Distinguished Name: CN=Văn phòng,L=Hải Phòng,O=Ủy ban Nhân dân thành phố Hải Phòng,C=VN
//	  - Signing Time: Mar 09 2020 06:45:14
//
// Signatures without a time tell nothing.
func parseSignatures(report string) (all []ingest.Signature) {
	var s ingest.Signature
	for line := range strings.Lines(report) {
		name, value, _ := strings.Cut(strings.TrimLeft(line, " -"), ":")
		value = strings.TrimSpace(value)
		switch name {
		case "Signer Certificate Common Name":
			s = ingest.Signature{Signer: value}
		case "Signer full Distinguished Name":
			s.Organisation = namePart(value, "O=")
		case "Signing Time":
			if t, err := time.Parse("Jan 02 2006 15:04:05", value); err == nil {
				s.Time = t
				all = append(all, s)
			}
		}
	}
	return all
}

// namePart is the part of a distinguished name that begins with a key.
func namePart(name, key string) string {
	for part := range strings.SplitSeq(name, ",") {
		if v, ok := strings.CutPrefix(part, key); ok {
			return v
		}
	}
	return ""
}

// holds reports whether a file holds some bytes.
func holds(file string, want []byte) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	for n := 0; ; {
		m, err := io.ReadFull(f, buf[n:])
		if bytes.Contains(buf[:n+m], want) {
			return true
		}
		if err != nil {
			return false
		}
		n = copy(buf, buf[n+m-len(want):n+m])
	}
}
