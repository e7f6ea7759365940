// Package kind tells what a file is by its content, and finds the files.
//
// In come paths as people give them: files, folders, links. Out come regular
// files in a stable order ([Walk]) and the MIME type of each ([Of]), one of the
// constants below. Names and extensions are never believed: scanners write
// ".pdf" on JPEGs, and portals serve error pages as ".pdf".
//
// Whatever is not read is named with its reason, as an error that wraps
// [ErrSkipped], [ingest.ErrUnsupported] or [ingest.ErrEmpty], so that a ledger
// can account for everything seen. Nothing is opened for writing, and nothing
// but regular files is opened at all: a FIFO would block for ever.
//
// Which encoding a text is in is not said here; that is charset's business.
// Signatures of binary files come from github.com/gabriel-vasile/mimetype,
// which knows some two hundred more kinds than we read and so can say what a
// refused file is. Its notion of text is too narrow for us (VISCII keeps six
// letters among the control codes), so package kind looks for itself.
//
// The package has no state; everything in it is safe for concurrent use.
//
//	for path, err := range kind.Walk(ctx, []string{"/mnt/scanner"}) {
//		if err != nil {
//			ledger.Skip(path, err)
//			continue
//		}
//		mime, err := kind.Of(path)
//	}
package kind

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/gabriel-vasile/mimetype"

	"vanthu/ingest"
)

// The kinds that are read, as MIME types.
const (
	PDF  = "application/pdf" // its header within the first KiB
	JPEG = "image/jpeg"
	PNG  = "image/png"
	TIFF = "image/tiff"
	JP2  = "image/jp2" // all of JPEG 2000
	BMP  = "image/bmp"
	GIF  = "image/gif"
	Text = "text/plain" // in any Vietnamese encoding
)

// bareJP2 begins a JPEG 2000 picture without its file format around it.
var bareJP2 = []byte("\xff\x4f\xff\x51")

// headSize is how much of a file is looked at.
const headSize = 64 << 10

// Of returns the kind of a regular file. Other kinds give an error that wraps
// [ingest.ErrUnsupported] and names the MIME type found; a file of no bytes
// gives [ingest.ErrEmpty].
func Of(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("look at file: %w", err)
	}
	defer f.Close()
	head := make([]byte, headSize)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", fmt.Errorf("look at file: %w", err)
	}
	return OfBytes(head[:n])
}

// OfBytes is [Of] for the first bytes of a file; 64 KiB are plenty.
func OfBytes(head []byte) (string, error) {
	if len(head) == 0 {
		return "", ingest.ErrEmpty
	}
	found := mimetype.Detect(head)
	for m := found; m != nil; m = m.Parent() {
		switch m.String() {
		case PDF, JPEG, PNG, TIFF, JP2, BMP, GIF:
			return m.String(), nil
		case "image/jpx", "image/jpm":
			return JP2, nil
		}
	}
	if bytes.HasPrefix(head, bareJP2) {
		return JP2, nil
	}
	if mayBeText(found) && readsAsText(head) {
		return Text, nil
	}
	return "", fmt.Errorf("%w: %s", ingest.ErrUnsupported, found)
}

// mayBeText keeps out markup and programs, which are text to the eye only.
// Lists with commas and tabs are taken as what they say; so are letters that
// look like mail, and text whose bytes mimetype has no name for.
func mayBeText(m *mimetype.MIME) bool {
	for _, t := range []string{Text, "text/csv", "text/tab-separated-values", "message/rfc822", "application/octet-stream"} {
		if m.Is(t) {
			return true
		}
	}
	return false
}
